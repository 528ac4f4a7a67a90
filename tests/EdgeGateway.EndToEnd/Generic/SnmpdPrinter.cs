using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Generic;

/// <summary>Net-SNMP's agent as a printer: fixed rows, but for the toner's level and the error bits, which a script tells.</summary>
internal sealed class SnmpdPrinter : IAsyncDisposable
{
    private const string Mib = ".1.3.6.1.2.1.43.";
    private const string Level = Mib + "11.1.1.9";
    private const string Bits = ".1.3.6.1.2.1.25.3.5.1.2";

    public SnmpdPrinter(string community)
    {
        Toner(9600);
        Errors("00");
        string script = Path.Combine(Agent.Folder, "pass");
        File.WriteAllText(script, string.Join('\n', Script(Agent.Folder)));
        Agent.Start(Settings(community, script));
    }

    public Snmpd Agent { get; } = new();

    /// <summary>Of 12,000 sides.</summary>
    public void Toner(int sides) => Agent.Replace("level", sides.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <param name="hex">hrPrinterDetectedErrorState.</param>
    public void Errors(string hex) => Agent.Replace("bits", hex);

    public ValueTask DisposeAsync() => Agent.DisposeAsync();

    private static IReadOnlyList<string> Settings(string community, string script) =>
    [
        $"rocommunity {community} 127.0.0.1",
        "sysContact somebody 13800138000",
        "dontLogTCPWrappersConnects yes",
        $"override {Mib}11.1.1.4.1.1 integer 3",
        $"override {Mib}11.1.1.4.1.2 integer 4",
        $"override {Mib}11.1.1.5.1.1 integer 21",
        $"override {Mib}11.1.1.5.1.2 integer 4",
        $"override {Mib}11.1.1.6.1.1 octet_str \"Black Toner\"",
        $"override {Mib}11.1.1.6.1.2 octet_str \"Waste Box\"",
        $"override {Mib}11.1.1.7.1.1 integer 7",
        $"override {Mib}11.1.1.7.1.2 integer 19",
        $"override {Mib}11.1.1.8.1.1 integer 12000",
        $"override {Mib}11.1.1.8.1.2 integer 100",
        $"override {Mib}8.2.1.8.1.1 integer 8",
        $"override {Mib}8.2.1.9.1.1 integer 500",
        $"override {Mib}8.2.1.10.1.1 integer 250",
        $"override {Mib}8.2.1.11.1.1 integer 2",
        $"override {Mib}8.2.1.13.1.1 octet_str \"Tray 1\"",
        $"override {Mib}10.2.1.3.1.1 integer 8",
        $"override {Mib}10.2.1.4.1.1 counter 41200",
        "override .1.3.6.1.2.1.25.3.5.1.1.1 integer 3",
        $"pass -p 1 {Level} /bin/sh {script}",
        $"pass -p 1 {Bits} /bin/sh {script}",
    ];

    // Net-SNMP's protocol for scripts: -g asks for an object, -n for the next one; three lines answer.
    private static IReadOnlyList<string> Script(string folder) =>
    [
        "#!/bin/sh",
        "case \"$1 $2\" in",
        $"  '-g {Level}.1.1' | '-n {Level}' | '-n {Level}.1') echo {Level}.1.1; echo integer; cat '{folder}/level' ;;",
        $"  '-g {Level}.1.2' | '-n {Level}.1.1') echo {Level}.1.2; echo integer; echo -3 ;;",
        $"  '-g {Bits}.1' | '-n {Bits}') echo {Bits}.1; echo octet; cat '{folder}/bits' ;;",
        "esac",
        string.Empty,
    ];
}
