global using Doubles1 = Hillock.Doubles1<Hillock.Full>;
global using Doubles128 = Hillock.Doubles128<Hillock.Full>;
global using Doubles256 = Hillock.Doubles256<Hillock.Full>;
global using Doubles512 = Hillock.Doubles512<Hillock.Full>;
