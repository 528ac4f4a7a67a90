namespace EdgeGateway.Protocol.Model;

/// <summary>
/// One thing a device said, in the words of this product. The store adds epoch and seq; until then it has no number.
/// </summary>
public sealed record Reading
{
    /// <summary>Device id from the configuration, characters <c>A-Z a-z 0-9 . _ -</c>, at most 64.</summary>
    public required string Device { get; init; }

    /// <summary>Name of the driver that made it, for example <c>hikvision-anpr</c>.</summary>
    public required string Driver { get; init; }

    public required Lane Lane { get; init; }

    /// <summary>When it happened; written in UTC with milliseconds. Never rewritten silently: doubts are flags of the body.</summary>
    public required DateTimeOffset Time { get; init; }

    public required TimeOrigin TimeFrom { get; init; }

    /// <summary>When the gateway had all of it.</summary>
    public required DateTimeOffset Received { get; init; }

    public required ReadingBody Body { get; init; }

    /// <summary>Bytes of everything that <see cref="ReadingBody.Media"/> names and that came along.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>
    /// By what a repeat of this reading is known, where the device's identifier alone is not to be trusted with it: a device that
    /// uses an identifier twice, for another vehicle or for better pictures, has not repeated itself. Null: by the identifier. Stays here.
    /// </summary>
    public string? RepeatKey { get; init; }

    /// <summary>How far the gateway's clock was to be trusted; set by the pipeline.</summary>
    public ClockQuality Clock { get; init; } = ClockQuality.Free;

    /// <summary>The gateway's clock against its time source in milliseconds; absent when unknown.</summary>
    public long? ClockOffsetMs { get; init; }

    /// <summary>
    /// Milliseconds between the start of the machine and the receipt, by a clock that nobody can set; absent when unknown.
    /// It orders the readings of one run of the machine whatever was done to the wall clock.
    /// </summary>
    public long? UptimeMs { get; init; }

    /// <summary>The device's clock against the gateway's in milliseconds (time minus received); absent when the device gave no time.</summary>
    public long? DeviceOffsetMs { get; init; }

    /// <summary>Of what the gateway found itself, or was told by a device that tells no time: it is of the moment of its receipt.</summary>
    public static Reading OfReceipt(string device, string driver, Lane lane, DateTimeOffset received, ReadingBody body) => new()
    {
        Device = device,
        Driver = driver,
        Lane = lane,
        Time = received,
        TimeFrom = TimeOrigin.Gateway,
        Received = received,
        Body = body,
    };
}
