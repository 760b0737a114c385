namespace Hillock.Lab; internal static class Placeholder { }
