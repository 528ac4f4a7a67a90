using System.Globalization;

namespace EdgeGateway.Sim.Twins.Generic.Snmp;

/// <summary>A switch (RFC 2863): port 1 carries 8 Mbit/s in and 4 Mbit/s out, port 2 twice as much, and so on.</summary>
public sealed class SimSwitch : IAgentDevice
{
    public const int InPerSecond = 1_000_000;

    public const int OutPerSecond = 500_000;

    private const string Table = "1.3.6.1.2.1.2.2.1.";
    private const string Wide = "1.3.6.1.2.1.31.1.1.1.";
    private const uint Narrow = uint.MaxValue;

    private readonly AgentTree _tree;
    private readonly SnmpTwinProfile _profile;
    private TimeSpan _now;
    private TimeSpan _begun;

    public SimSwitch(AgentTree tree, string name, SnmpTwinProfile profile)
    {
        (_tree, _profile) = (tree, profile);
        tree.Text("1.3.6.1.2.1.1.4.0", "李四 13900139000");
        tree.Text("1.3.6.1.2.1.1.5.0", name);
        tree.Text("1.3.6.1.2.1.1.6.0", "rack 3");
        for (int port = 1; port <= profile.Ports; port++)
        {
            Port(port);
        }

        tree.Text(Name(Table + "2", profile.Ports + 1), "Vlan-interface1");
        tree.Whole(Name(Table + "3", profile.Ports + 1), 136);
        tree.Whole(Name(Table + "8", profile.Ports + 1), 1);
    }

    /// <summary>Ports flap as they like.</summary>
    public IReadOnlyList<ShownState> Shows => [];

    public void Tick(TimeSpan sinceStart)
    {
        _now = sinceStart;
        TimeSpan up = sinceStart - _begun;
        _tree.Count("1.3.6.1.2.1.1.3.0", AgentTree.Ticks, (ulong)(up.TotalSeconds * 100));
        for (int port = 1; port <= _profile.Ports; port++)
        {
            ulong received = (ulong)(up.TotalSeconds * InPerSecond * port);
            ulong sent = (ulong)(up.TotalSeconds * OutPerSecond * port);
            _tree.Count(Name(Wide + "6", port), AgentTree.Counter64, received);
            _tree.Count(Name(Wide + "10", port), AgentTree.Counter64, sent);
            _tree.Count(Name(Table + "10", port), AgentTree.Counter32, received & Narrow);
            _tree.Count(Name(Table + "16", port), AgentTree.Counter32, sent & Narrow);
        }

        if (_profile.FlappingPort > 0)
        {
            Set(_profile.FlappingPort, (long)(sinceStart / _profile.Flap) % 2 == 0);
        }
    }

    public void Happen(string what, int value)
    {
        if (what == "restart")
        {
            _begun = _now;
        }
        else if (int.TryParse(what.AsSpan("port-".Length), NumberStyles.None, CultureInfo.InvariantCulture, out int port))
        {
            Set(port, value != 0);
        }
    }

    private void Port(int port)
    {
        _tree.Text(Name(Table + "2", port), $"GigabitEthernet1/0/{port}");
        _tree.Whole(Name(Table + "3", port), 6);
        _tree.Count(Name(Table + "5", port), AgentTree.Gauge, 1_000_000_000);
        _tree.Whole(Name(Table + "7", port), 1);
        _tree.Count(Name(Table + "14", port), AgentTree.Counter32, 0);
        _tree.Count(Name(Table + "20", port), AgentTree.Counter32, 0);
        _tree.Text(Name(Wide + "1", port), $"GE1/0/{port}");
        _tree.Count(Name(Wide + "15", port), AgentTree.Gauge, 1000);
        _tree.Text(Name(Wide + "18", port), port == 1 ? "uplink, call 13900139000" : string.Empty);
        _tree.Count(Name(Wide + "19", port), AgentTree.Ticks, 0);
        Set(port, true);
    }

    private void Set(int port, bool isUp) => _tree.Whole(Name(Table + "8", port), isUp ? 1 : 2);

    private static string Name(string column, int port) => FormattableString.Invariant($"{column}.{port}");
}
