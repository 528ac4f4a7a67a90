namespace EdgeGateway.Pipeline.Airspace;

/// <summary>What the gateway finds, in the words of <c>drone.alarm</c>.</summary>
internal static class AlarmWords
{
    public const string BatteryLowFar = "battery-low-far";
    public const string LinkLost = "link-lost";
    public const string FenceLeft = "fence-left";
    public const string Intruder = "intruder";
    public const string Distress = "distress";
}
