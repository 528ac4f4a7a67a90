namespace EdgeGateway.Protocol.Viid.Ids;

/// <summary>The two-digit types inside identifiers (plate-camera.md section 2.5).</summary>
public static class ViidTypes
{
    /// <summary>Digits 21 and 22 of a 41- or 48-digit id: a picture.</summary>
    public const string Picture = "02";

    /// <summary>Digits 42 and 43 of a 48-digit id: a motor vehicle.</summary>
    public const string MotorVehicle = "02";

    /// <summary>Digits 13 and 14 of a 33-digit id: a disposition or its withdrawal.</summary>
    public const string Disposition = "01";

    /// <summary>As <see cref="Disposition"/>: an alarm, the notification of a disposition.</summary>
    public const string Alarm = "02";

    /// <summary>As <see cref="Disposition"/>: a subscription.</summary>
    public const string Subscription = "03";

    /// <summary>As <see cref="Disposition"/>: the notification of a subscription.</summary>
    public const string Notification = "04";
}
