namespace EdgeGateway.Protocol.Viid.Writing;

/// <summary>Where implementations disagree: how this peer wants it (plate-camera.md section 2). The defaults are what most of them read.</summary>
public sealed record ViidDialect
{
    public static readonly ViidDialect Standard = new();

    /// <summary>StatusCode as a number or as a text; default number.</summary>
    public ViidScalar StatusCode { get; init; } = ViidScalar.Number;

    /// <summary>Key of a status's id: <c>Id</c> (default) or <c>ID</c>.</summary>
    public string IdKey { get; init; } = "Id";

    /// <summary>Whether Register, Keepalive and UnRegister are answered with the single form (default) or with a list of one.</summary>
    public ViidForm SessionStatus { get; init; } = ViidForm.Single;

    /// <summary>Whether a list of statuses is a list (default), or single when there is one.</summary>
    public ViidForm ListStatus { get; init; } = ViidForm.List;

    /// <summary>TimeMode; its meaning is not confirmed. Default <c>1</c>.</summary>
    public string TimeMode { get; init; } = "1";

    /// <summary>LocalTime of SystemTimeObject; default 14 digits.</summary>
    public ViidClockForm Clock { get; init; } = ViidClockForm.Digits;

    /// <summary>TimeZone of SystemTimeObject; null writes null. Default <c>UTC+8</c>.</summary>
    public string? TimeZone { get; init; } = "UTC+8";

    /// <summary>Name of the vehicles' list in a notification; default <c>MotorVehicleObjectList</c>.</summary>
    public string NotifiedList { get; init; } = "MotorVehicleObjectList";

    /// <summary>Media type to send.</summary>
    public string ContentType { get; init; } = "application/VIID+JSON;charset=utf-8";
}

/// <summary>JSON form of a number.</summary>
public enum ViidScalar
{
    Number,
    Text,
}

/// <summary>Envelope of one or several objects.</summary>
public enum ViidForm
{
    Single,
    List,
}

/// <summary>How a clock is written.</summary>
public enum ViidClockForm
{
    /// <summary><c>yyyyMMddHHmmss</c>.</summary>
    Digits,

    /// <summary><c>yyyy-MM-ddTHH:mm:ss</c>, civil time without zone.</summary>
    Iso,

    /// <summary>A number of milliseconds since 1970.</summary>
    EpochMilliseconds,
}
