using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Radio;

/// <summary>Net-SNMP's agent, started as a repeater: its objects are fixed values, one branch comes from a script.</summary>
internal sealed class SnmpdRepeater : IAsyncDisposable
{
    private const string Base = ".1.3.6.1.4.1.40297.1.2";

    private readonly Snmpd _agent = new();

    /// <param name="community">Who may read.</param>
    public SnmpdRepeater(string community)
    {
        Temperature(27);
        string script = Path.Combine(_agent.Folder, "pass");
        File.WriteAllText(script, Script(_agent.Folder));
        _agent.Start(Settings(community, script));
    }

    public int Port => _agent.Port;

    public string Output => _agent.Output;

    /// <summary>What the script answers from now on: IEEE 754, little endian, as four octets.</summary>
    public void Temperature(float degrees) => _agent.Replace("temperature", string.Join(' ', BitConverter.GetBytes(degrees).Select(one => $"{one:x2}")));

    /// <summary>Of the object 1.1.6 from now on.</summary>
    public void Vswr(int alarm) => _agent.Replace("vswr", alarm.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public ValueTask DisposeAsync() => _agent.DisposeAsync();

    private static IReadOnlyList<string> Settings(string community, string script) =>
    [
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
    ];

    // Net-SNMP's protocol for scripts: -g asks for an object, -n for the next one; three lines answer.
    private static string Script(string folder) => string.Join('\n', [
        "#!/bin/sh",
        "case \"$1 $2\" in",
        $"  '-g {Base}.1.2.2.0' | '-n {Base}.1.2.2') echo {Base}.1.2.2.0; echo octet; cat '{folder}/temperature' ;;",
        $"  '-g {Base}.1.1.6.0' | '-n {Base}.1.1.6') echo {Base}.1.1.6.0; echo integer; cat '{folder}/vswr' 2>/dev/null || echo 0 ;;",
        "esac",
        string.Empty]);
}
