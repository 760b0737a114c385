namespace Hillock.Training; internal static class Placeholder { }
