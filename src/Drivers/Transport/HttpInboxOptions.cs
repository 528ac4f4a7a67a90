using System.Net;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Where the device inbox listens and how much it takes.</summary>
public sealed record HttpInboxOptions
{
    /// <summary>Address to listen on; default 127.0.0.1, so that nothing is open to a network unless asked for.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>TCP port; 0 (default) lets the system choose, see <see cref="HttpInbox.Port"/>.</summary>
    public int Port { get; init; }

    /// <summary>Largest body in bytes; default 32 MB (plate-camera.md section 6). A larger one gets 413.</summary>
    public int MaxBodyBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Bodies in memory at one time, all devices together, in bytes; default 64 MB. Who does not fit waits.</summary>
    public long MemoryBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The part of it that one device may hold: half, but always enough for the largest body.</summary>
    internal long MemoryForOne => Math.Max(MemoryBytes / 2, InboxBody.Cost(MaxBodyBytes));

    /// <summary>The whole of it: always enough for the largest body.</summary>
    internal long MemoryForAll => Math.Max(MemoryBytes, InboxBody.Cost(MaxBodyBytes));

    /// <summary>What all who have not proved who they are share on the shared roots: bodies of 64 KB, 1 MB of them, 16 at a time, 5 s each.</summary>
    internal HttpInboxOptions Strangers => this with
    {
        MaxBodyBytes = Math.Min(MaxBodyBytes, 64 * 1024),
        MemoryBytes = 1024 * 1024,
        RequestsPerDevice = 16,
        WaitLimit = TimeSpan.FromSeconds(2),
        BodyTimeLimit = TimeSpan.FromSeconds(5),
    };

    /// <summary>Requests of one device at one time; default 8. Who does not fit waits.</summary>
    public int RequestsPerDevice { get; init; } = 8;

    /// <summary>Open connections of all devices; default 512. Further ones are closed at once.</summary>
    public int Connections { get; init; } = 512;

    /// <summary>Longest wait for memory and for the device's turn; default 30 s, then 503.</summary>
    public TimeSpan WaitLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time for a body to come in; default 60 s, then 408.</summary>
    public TimeSpan BodyTimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Least rate of a body in bytes a second after 5 s of grace; default 240, then 408.</summary>
    public int LeastBytesPerSecond { get; init; } = 240;
}
