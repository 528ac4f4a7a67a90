namespace EdgeGateway.Configuration;

/// <summary>Section <c>inbox</c>: the port where devices push.</summary>
public sealed record InboxSettings
{
    /// <summary>Address to listen on; default 127.0.0.1, so that nothing listens beyond loopback unless it is written down.</summary>
    public string Listen { get; init; } = "127.0.0.1";

    /// <summary>1 to 65,535, default 8080; made by hand, 0 takes any free port.</summary>
    public required int Port { get; init; }

    /// <summary>Largest body of one request, 1 KB to 256 MB; default 32 MB.</summary>
    public long MaxBody { get; init; } = 32L * 1024 * 1024;

    /// <summary>Most connections at one time, 1 to 10,000; default 256.</summary>
    public int MaxConnections { get; init; } = 256;

    /// <summary>Longest silence inside one request, 1 s to 10 min; default 30 s.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);
}
