using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Tests.Platform.Examples;

/// <summary>A reading that could have been: the product's own code writes it.</summary>
/// <param name="Lane">Lane it travels in.</param>
/// <param name="Device">Device id.</param>
/// <param name="Driver">Driver name.</param>
/// <param name="Body">What it says.</param>
internal sealed record ExampleReading(Lane Lane, string Device, string Driver, ReadingBody Body)
{
    public const string Site = "440100000012100001";
    public const string Gateway = "gz-baiyun-01";
    public const string Epoch = "5f0c1c52";

    public static readonly DateTimeOffset Time = new(2026, 11, 22, 3, 32, 0, 120, TimeSpan.Zero);

    /// <summary>Whether the device told the time; else it is the gateway's.</summary>
    public TimeOrigin TimeFrom { get; init; } = TimeOrigin.Device;

    public byte[] Compose(long seq) => ReadingEnvelope.Compose(Gateway, Epoch, seq, new ReadingEnvelope(Site, Gateway).Tail(Reading()).Span);

    private Reading Reading() => new()
    {
        Device = Device,
        Driver = Driver,
        Lane = Lane,
        Time = TimeFrom == TimeOrigin.Device ? Time : Time.AddMilliseconds(64),
        TimeFrom = TimeFrom,
        Received = Time.AddMilliseconds(64),
        Clock = ClockQuality.Synchronised,
        ClockOffsetMs = 3,
        UptimeMs = 86_412_345,
        DeviceOffsetMs = TimeFrom == TimeOrigin.Device ? -64 : null,
        Body = Body,
    };
}
