"""What is on the screen: widgets show the values they are given and say what was picked."""
