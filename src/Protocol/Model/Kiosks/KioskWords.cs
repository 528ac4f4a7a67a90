namespace EdgeGateway.Protocol.Model.Kiosks;

/// <summary>Words of kiosk readings (kiosk.md sections 2.4 and 3.3); open sets.</summary>
public static class KioskWords
{
    /// <summary>Found by asking anew, not seen as it happened.</summary>
    public const string Resync = "resync";

    public const string Ok = "ok";

    public const string Warning = "warning";

    public const string Fault = "fault";

    public const string Alarm = "alarm";

    public const string Offline = "offline";

    public const string Absent = "absent";

    public const string Starting = "starting";

    public const string Maintenance = "maintenance";

    public const string Unknown = "unknown";

    public const string Up = "up";

    public const string Down = "down";

    public const string InService = "in-service";

    public const string OutOfService = "out-of-service";
}
