using System.Net;
using System.Net.Sockets;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Radio;

/// <summary>Net-SNMP's agent, started as a repeater: its objects are fixed values, one branch comes from a script.</summary>
internal sealed class SnmpdRepeater : IAsyncDisposable
{
    private const string Base = ".1.3.6.1.4.1.40297.1.2";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"snmpd-{Guid.NewGuid():N}");
    private readonly ChildProcess _agent;

    /// <param name="community">Who may read.</param>
    public SnmpdRepeater(string community)
    {
        Directory.CreateDirectory(_folder);
        Port = FreeUdpPort();
        Temperature(27);
        string script = Path.Combine(_folder, "pass");
        File.WriteAllText(script, Script(_folder));
        string settings = Path.Combine(_folder, "snmpd.conf");
        File.WriteAllText(settings, Settings(community, script));
        _agent = ChildProcess.Start(
            Binaries.Tool("snmpd"),
            ["-f", "-Lo", "-C", "-c", settings, "-I", "-smux,mteTrigger,mteTriggerConf", "-p", Path.Combine(_folder, "pid"), $"udp:127.0.0.1:{Port}"],
            new Dictionary<string, string> { ["SNMP_PERSISTENT_DIR"] = _folder, ["SNMPCONFPATH"] = _folder });
    }

    public int Port { get; }

    public string Output => _agent.Output;

    /// <summary>What the script answers from now on: IEEE 754, little endian, as four octets.</summary>
    public void Temperature(float degrees) => Replace("temperature", string.Join(' ', BitConverter.GetBytes(degrees).Select(one => $"{one:x2}")));

    /// <summary>Of the object 1.1.6 from now on.</summary>
    public void Vswr(int alarm) => Replace("vswr", alarm.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void Replace(string name, string text)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllText(file + ".new", text + "\n");
        File.Move(file + ".new", file, overwrite: true);
    }

    private static string Settings(string community, string script) => string.Join('\n', [
        $"rocommunity {community} 127.0.0.1",
        $"override {Base}.1.1.1.0 integer 0",
        $"override {Base}.1.1.2.0 integer 2",
        $"override {Base}.1.2.9.0 integer -200",
        $"override {Base}.1.2.10.0 integer -87",
        $"override {Base}.4.1.0 octet_str RD985",
        $"override {Base}.4.5.0 octet_str 19C0001",
        $"override {Base}.4.7.0 integer 420111",
        $"override {Base}.4.10.0 integer 351012500",
        $"override {Base}.4.12.0 integer 1",
        $"pass {Base}.1.2.2 /bin/sh {script}",
        $"pass {Base}.1.1.6 /bin/sh {script}",
        string.Empty]);

    // Net-SNMP's protocol for scripts: -g asks for an object, -n for the next one; three lines answer.
    private static string Script(string folder) => string.Join('\n', [
        "#!/bin/sh",
        "case \"$1 $2\" in",
        $"  '-g {Base}.1.2.2.0' | '-n {Base}.1.2.2') echo {Base}.1.2.2.0; echo octet; cat '{folder}/temperature' ;;",
        $"  '-g {Base}.1.1.6.0' | '-n {Base}.1.1.6') echo {Base}.1.1.6.0; echo integer; cat '{folder}/vswr' 2>/dev/null || echo 0 ;;",
        "esac",
        string.Empty]);

    private static int FreeUdpPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
