using System.Net;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Mavlink;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Settings of one MAVLink link with its vehicles. Exactly one of the four ways is set.</summary>
public sealed record MavlinkOptions
{
    /// <summary>UDP: where vehicles send to; answered to the last address of each.</summary>
    public IPEndPoint? Listen { get; init; }

    /// <summary>UDP: a vehicle or radio that waits to be spoken to.</summary>
    public DeviceAddress? Udp { get; init; }

    /// <summary>A vehicle or Ethernet module that listens on TCP.</summary>
    public DeviceAddress? Tcp { get; init; }

    /// <summary>A telemetry radio; default 57,600 baud.</summary>
    public SerialSettings? Line { get; init; }

    /// <summary>As whom we speak; default 255/190.</summary>
    public MavlinkSelf Self { get; init; } = new();

    public MavlinkFleet Fleet { get; init; } = new();

    public MavlinkPace Pace { get; init; } = new();

    public MavlinkPatience Patience { get; init; } = new();

    /// <summary>Null: nothing is signed and no signature is judged.</summary>
    public MavlinkSigningOptions? Signing { get; init; }
}

/// <param name="System">Own system id, 1 to 255.</param>
/// <param name="Component">Own component id, 1 to 255.</param>
/// <param name="Heartbeat">Whether we show ourselves once a second; without it some vehicles believe that nobody watches.</param>
/// <param name="Identity">Whether version and home are asked for at first contact.</param>
/// <param name="Intervals">Whether the vehicle is asked to send what is told here, at the rate that is needed.</param>
public sealed record MavlinkSelf(byte System = 255, byte Component = 190, bool Heartbeat = true, bool Identity = true, bool Intervals = true);

/// <summary>Which vehicles there may be.</summary>
public sealed record MavlinkFleet
{
    /// <summary>Those that the site knows, 0 to 64, each system id and each name once.</summary>
    public IReadOnlyList<MavlinkVehicleOptions> Vehicles { get; init; } = [];

    /// <summary>Whether others are told too, as <c>sys-N</c>; default yes.</summary>
    public bool Others { get; init; } = true;

    /// <summary>Most vehicles at one time, 1 to 64; default 16. Those that the site knows always have a place.</summary>
    public int Most { get; init; } = 16;

    /// <summary>Most overheard aircraft at one time, 1 to 512; default 64.</summary>
    public int MostAircraft { get; init; } = 64;
}

/// <param name="System">Its system id, 1 to 254.</param>
/// <param name="Name">As the site calls it, <c>A-Z a-z 0-9 . _ -</c>, at most 64.</param>
/// <param name="From">The only address that may speak for it on UDP; null: see README.md.</param>
public sealed record MavlinkVehicleOptions(byte System, string Name, IPAddress? From = null);

/// <summary>How often what is told.</summary>
public sealed record MavlinkPace
{
    /// <summary>Least time between two telemetry readings of a kind and vehicle, 20 ms to 10 s; default 1 s.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two periodic states of a vehicle, 5 s to 1 h; default 30 s.</summary>
    public TimeSpan Report { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>How long what is waited for.</summary>
public sealed record MavlinkPatience
{
    /// <summary>Without a heartbeat for so long a vehicle is offline, 2 s to 60 s; default 5 s, five beats.</summary>
    public TimeSpan Offline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>An overheard aircraft that is silent for so long is forgotten, 5 s to 10 min; default 60 s.</summary>
    public TimeSpan Aircraft { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For the acknowledgement of a command, then it is sent again, 200 ms to 10 s; default 1.5 s.</summary>
    public TimeSpan Ack { get; init; } = TimeSpan.FromMilliseconds(1500);

    /// <summary>For the next word of a command that is under way, 1 s to 10 min; default 30 s.</summary>
    public TimeSpan Progress { get; init; } = TimeSpan.FromSeconds(30);
}

/// <param name="Key">In no log, no message.</param>
/// <param name="Link">Link id in our signatures, 0 to 255.</param>
/// <param name="Unsigned">What becomes of frames without a signature; default they are rejected.</param>
public sealed record MavlinkSigningOptions(MavKey Key, byte Link, MavUnsignedPolicy Unsigned);
