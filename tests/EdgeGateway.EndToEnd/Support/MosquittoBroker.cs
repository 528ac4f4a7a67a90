using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.EndToEnd.Support;

/// <summary>A real mosquitto of its own on a free port.</summary>
public sealed class MosquittoBroker : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ChildProcess _process;

    private MosquittoBroker(string folder, int port, ChildProcess process) => (_folder, Port, _process) = (folder, port, process);

    public int Port { get; }

    public static async Task<MosquittoBroker> StartAsync()
    {
        string folder = Directory.CreateTempSubdirectory("edge-broker-").FullName;
        int port = TestSite.FreePort();
        string root = Environment.UserName == "root" ? "user root\n" : string.Empty;
        string file = Path.Combine(folder, "mosquitto.conf");
        await File.WriteAllTextAsync(file, $"listener {port} 127.0.0.1\nallow_anonymous true\npersistence false\nmax_queued_messages 1000000\n{root}");
        var broker = new MosquittoBroker(folder, port, ChildProcess.Start(Binaries.Tool("mosquitto"), ["-c", file]));
        await Wait.UntilAsync(broker.Answers, TimeSpan.FromSeconds(10), () => broker._process.Output);
        return broker;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
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
