// Which mutation is in force: asked once, when the machine is made. 0 is none.
// SPDX-License-Identifier: ISC
package mutation;
    import "DPI-C" function int mutant_number();
    import "DPI-C" function void assumed_wrongly(input string what);
    reg [11:0] number = 12'(mutant_number());
endpackage
