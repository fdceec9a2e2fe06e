// The states of the small core. SPDX-License-Identifier: ISC
`ifndef GATEHOUSE_SMALL_STATES
`define GATEHOUSE_SMALL_STATES

// Reset
`define S_RESET    7'd0
`define S_RESET1   7'd1
`define S_RESET2   7'd2

// Fetch, decode
`define S_BEGIN    7'd3
`define S_BEGIN_Q  7'd4
`define S_FETCH    7'd5
`define S_DECODE   7'd6

// Operations
`define S_EXECUTE  7'd7
`define S_FLAG     7'd8
`define S_SHIFT0   7'd9
`define S_SHIFT1   7'd10
`define S_SHIFT2   7'd11
`define S_BRANCH   7'd12
`define S_TARGET   7'd13
`define S_JALR     7'd14
`define S_LINK     7'd15
`define S_MUL0     7'd16
`define S_MUL1     7'd17
`define S_MUL2     7'd18
`define S_MUL3     7'd19
`define S_DIV0     7'd20
`define S_DIV1     7'd21
`define S_DIV2     7'd22
`define S_DIV3     7'd23
`define S_DIV4     7'd24
`define S_DIV5     7'd25
`define S_DIV6     7'd26
`define S_DIV7     7'd27
`define S_DIV8     7'd28

// Memory
`define S_ADDRESS  7'd29
`define S_ACCESS   7'd30
`define S_LOADED   7'd31
`define S_RESERVE  7'd32
`define S_SC1      7'd33
`define S_SC2      7'd34
`define S_AMO1     7'd35
`define S_AMO2     7'd36
`define S_AMO3     7'd37
`define S_STORE    7'd38

// Walk
`define S_ROOT     7'd39
`define S_TABLE    7'd40
`define S_JUDGE    7'd41
`define S_RETRY    7'd42

// CSRs
`define S_ASK      7'd43
`define S_ASK_S    7'd44
`define S_FIELD1   7'd45
`define S_FIELD2   7'd46
`define S_CLEAR    7'd47
`define S_MODIFY   7'd48
`define S_CSR2     7'd49
`define S_CSR3     7'd50

// Waiting, flushing, counting
`define S_WFI      7'd51
`define S_SWEEP    7'd52
`define S_ADD0     7'd53
`define S_ADD1     7'd54
`define S_ADD2     7'd55
`define S_ADD3     7'd56
`define S_ADD4     7'd57
`define S_ADD5     7'd58

// svc
`define S_GATE0    7'd59
`define S_GATE1    7'd60
`define S_GATE2    7'd61
`define S_GATE3    7'd62

// Traps and gate entries
`define S_TRAP0    7'd63
`define S_TRAP1    7'd64
`define S_TRAP2    7'd65
`define S_TRAP3    7'd66
`define S_TRAP4    7'd67
`define S_TRAP5    7'd68
`define S_TRAP6    7'd69
`define S_TRAP7    7'd70
`define S_ENTER    7'd71

`endif
