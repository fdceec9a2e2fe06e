"""Sends an image (made by image.py) to a board that says "Send an image", then shows what the board says.
usage: send.py /dev/ttyUSB0 IMAGE [BAUD]     115200 baud, or 57600; Ctrl-C ends
SPDX-License-Identifier: ISC
"""
import os
import sys
import termios


def main():
    line = os.open(sys.argv[1], os.O_RDWR | os.O_NOCTTY)
    mode = termios.tcgetattr(line)
    mode[0] = mode[1] = mode[3] = 0
    mode[2] = termios.CS8 | termios.CREAD | termios.CLOCAL
    mode[4] = mode[5] = getattr(termios, "B" + (sys.argv[3:] or ["115200"])[0])
    mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
    termios.tcsetattr(line, termios.TCSAFLUSH, mode)
    data = open(sys.argv[2], "rb").read()
    while data:
        data = data[os.write(line, data[:256]):]
        termios.tcdrain(line)
    while True:
        os.write(1, os.read(line, 256))


try:
    main()
except KeyboardInterrupt:
    pass
