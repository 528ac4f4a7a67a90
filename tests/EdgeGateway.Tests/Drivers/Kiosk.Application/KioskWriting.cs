namespace EdgeGateway.Tests.Drivers.Kiosk.Application;

/// <summary>What the software of a kiosk writes, by hand.</summary>
internal static class KioskWriting
{
    /// <summary>Makes one reading when no other had the same word before.</summary>
    public static string Beat(string word) => $$"""{"type":"heartbeat","mode":"{{word.ToLowerInvariant()}}"}""";
}
