using System.Net;
using System.Net.Sockets;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.Benchmarks.Peers;

/// <summary>What all peers share: a process, a folder that goes with it, and a port on which they take readings.</summary>
internal abstract class PeerProcess : IForwarder
{
    private ChildProcess? _process;

    public abstract string Name { get; }

    public abstract string Promise { get; }

    public int ProcessId => _process!.Id;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("edge-peer-").FullName;

    protected int Port { get; } = TestSite.FreePort();

    public async Task StartAsync()
    {
        _process = Launch();
        await Wait.UntilAsync(() => _process.HasExited || Answers(), TimeSpan.FromSeconds(60), () => _process.Output);
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"{Name} did not start:\n{_process.Output}");
        }
    }

    public abstract Task<int> TellAsync(int readings);

    public Task KillAsync() => _process!.KillAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            await process.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    protected abstract ChildProcess Launch();

    protected string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private bool Answers()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
