namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What can be ordered of a radio link; each is off until a device's settings switch it on.</summary>
public static class RadioCommandNames
{
    public const string SendText = "radio.send-text";
    public const string RequestPosition = "radio.request-position";
    public const string PollPresence = "radio.poll-presence";

    public static readonly IReadOnlyList<string> All = [SendText, RequestPosition, PollPresence];
}
