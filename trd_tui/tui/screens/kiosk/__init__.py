"""What a kiosk shows beside the reader: the first screen, whether somebody is there, whether one is done, the PIN."""
