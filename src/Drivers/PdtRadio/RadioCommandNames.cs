namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What can be ordered of a radio link; each is off until a device's settings switch it on.</summary>
public static class RadioCommandNames
{
    public const string SendText = "radio.send-text";
    public const string RequestPosition = "radio.request-position";
    public const string PollPresence = "radio.poll-presence";

    /// <summary>Ends an emergency that no sign ends (pdt-radio.md section 8.3).</summary>
    public const string ClearEmergency = "radio.clear-emergency";

    public static readonly IReadOnlyList<string> All = [SendText, RequestPosition, PollPresence, ClearEmergency];
}
