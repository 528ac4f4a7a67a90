using System.Globalization;

namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>Erlang's epmd on a port of its own, on loopback. Left to itself Erlang would start one that stays for ever.</summary>
public sealed class PortMapper : IAsyncDisposable
{
    private readonly string _port = TestSite.FreePort().ToString(CultureInfo.InvariantCulture);
    private readonly ChildProcess _process;

    public PortMapper() => _process = ChildProcess.Start(Binaries.Tool("epmd"), ["-port", _port, "-address", "127.0.0.1"]);

    /// <summary>What an Erlang system has to be told to use it.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["ERL_EPMD_PORT"] = _port, ["ERL_EPMD_ADDRESS"] = "127.0.0.1" };

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
