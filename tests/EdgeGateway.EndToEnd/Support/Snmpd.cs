using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.EndToEnd.Support;

/// <summary>Net-SNMP's agent on a port of 127.0.0.1, in a folder of its own.</summary>
internal sealed class Snmpd : IAsyncDisposable
{
    private readonly string _settings;
    private ChildProcess? _agent;

    public Snmpd()
    {
        Folder = Directory.CreateTempSubdirectory("snmpd-").FullName;

        // The agent keeps a file of its own under the usual name, and what stood there is gone.
        _settings = Path.Combine(Folder, "agent.conf");
        Port = FreeUdpPort();
    }

    public int Port { get; }

    /// <summary>Scripts and what they read.</summary>
    public string Folder { get; }

    public string Output => _agent?.Output ?? string.Empty;

    /// <param name="settings">Lines of its configuration.</param>
    public void Start(IEnumerable<string> settings)
    {
        File.WriteAllText(_settings, string.Join('\n', settings.Append(string.Empty)));
        Start();
    }

    /// <summary>Once more, as before.</summary>
    public void Start() => _agent = ChildProcess.Start(
        Binaries.Tool("snmpd"),
        ["-f", "-Lo", "-C", "-c", _settings, "-I", "-smux,mteTrigger,mteTriggerConf", $"udp:127.0.0.1:{Port}"],
        new Dictionary<string, string> { ["SNMP_PERSISTENT_DIR"] = Folder, ["SNMPCONFPATH"] = Folder, ["MIBS"] = string.Empty });

    public async Task KillAsync()
    {
        await _agent!.KillAsync();
        await _agent.DisposeAsync();
    }

    /// <summary>What a script reads from now on; never half of it.</summary>
    public void Replace(string name, string text)
    {
        string file = Path.Combine(Folder, name);
        File.WriteAllText(file + ".new", text + "\n");
        File.Move(file + ".new", file, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await (_agent?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(Folder, recursive: true);
    }

    private static int FreeUdpPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
