namespace EdgeGateway.Sim.Twins.Generic.Snmp;

/// <summary>
/// An office printer (RFC 3805, RFC 2790) with two trays, toner, a drum and a box for waste toner. It also has what nobody may ask: a contact, an
/// operator, a display that shows who prints.
/// </summary>
public sealed class SimPrinter : IAgentDevice
{
    public const string Operator = "王小明";

    public const string Phone = "13800138000";

    public const string Resident = "11010519491231002X";

    private const string Mib = "1.3.6.1.2.1.43.";
    private const string Host = "1.3.6.1.2.1.25.3.";
    private const int WholeToner = 12_000;
    private const int WholeTray = 500;
    private const int Percent = 100;

    /// <summary>From here on a supply is low, unless the site says otherwise.</summary>
    private const int Low = 10;

    private readonly AgentTree _tree;
    private readonly Dictionary<string, int> _alerts = [];
    private int _nextAlert = 1;
    private int _toner = 80;
    private int _paper = 60;
    private bool _jam;
    private bool _open;
    private bool _sleeps;

    public SimPrinter(AgentTree tree, string name)
    {
        _tree = tree;
        tree.Text("1.3.6.1.2.1.1.1.0", "Sim Laser 5000");
        tree.Text("1.3.6.1.2.1.1.4.0", $"{Operator} {Phone}");
        tree.Text("1.3.6.1.2.1.1.5.0", name);
        tree.Text("1.3.6.1.2.1.1.6.0", $"户籍科 {Resident}");
        tree.Text(Host + "2.1.3.1", "Sim Laser 5000");
        tree.Text(Mib + "5.1.1.4.1", Operator);
        tree.Text(Mib + "5.1.1.5.1", $"service {Phone}");
        tree.Text(Mib + "16.5.1.2.1.1", $"job of {Operator}");
        Cover(1, "Front Cover");
        Tray(1, "Tray 1");
        Tray(2, "Manual Feed");
        tree.Whole(Mib + "10.2.1.3.1.1", 7);
        tree.Whole(Mib + "10.2.1.15.1.1", 0);
        Supply(1, 3, 21, "Black Toner Cartridge SL-50", 7, WholeToner);
        Supply(2, 3, 9, "Drum Unit", 19, Percent);
        Supply(3, 4, 4, "Waste Toner Box", 19, Percent);
        tree.Whole(Mib + "11.1.1.9.1.2", 70);
        tree.Whole(Mib + "11.1.1.9.1.3", -3);
        Show();
    }

    public IReadOnlyList<ShownState> Shows =>
    [
        Supply("supply-1 Black Toner Cartridge SL-50", "toner", _toner, []),
        Supply("tray-1 Tray 1", "paper", _paper, [("count", WholeTray * _paper / Percent), ("capacity", WholeTray)]),
        new("kiosk.module", "printer", new Dictionary<string, string> { ["module"] = "printer", ["class"] = "Printer", ["health"] = Health }),
    ];

    private string Health => _jam || _open || _paper == 0 || _toner == 0 ? "fault" : _paper <= Low || _toner <= Low ? "warning" : "ok";

    public void Tick(TimeSpan sinceStart)
    {
        _tree.Count("1.3.6.1.2.1.1.3.0", AgentTree.Ticks, (ulong)(sinceStart.TotalSeconds * Percent));
        _tree.Count(Mib + "10.2.1.4.1.1", AgentTree.Counter32, 41_200 + (ulong)(sinceStart.TotalSeconds / 10));
    }

    public void Happen(string what, int value)
    {
        switch (what)
        {
            case "toner":
                _toner = value;
                break;
            case "paper":
                _paper = value;
                break;
            case "waste":
                _tree.Whole(Mib + "11.1.1.9.1.3", value);
                break;
            case "jam":
                _jam = value != 0;
                break;
            case "cover":
                _open = value != 0;
                break;
            default:
                _sleeps = value != 0;
                break;
        }

        Show();
    }

    private static ShownState Supply(string name, string supply, int percent, (string Name, int Value)[] more)
    {
        var facts = new Dictionary<string, string>
        {
            ["module"] = "printer", ["name"] = name, ["supply"] = supply, ["state"] = percent == 0 ? "out" : percent <= Low ? "low" : "ok", ["levelPercent"] = Text(percent),
        };
        foreach (var (member, value) in more)
        {
            facts[member] = Text(value);
        }

        return new("kiosk.consumable", name, facts);
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Show()
    {
        _tree.Whole(Mib + "11.1.1.9.1.1", WholeToner * _toner / Percent);
        _tree.Whole(Mib + "8.2.1.10.1.1", WholeTray * _paper / Percent);
        _tree.Whole(Mib + "8.2.1.10.1.2", -3);
        _tree.Whole(Mib + "8.2.1.11.1.1", _paper == 0 ? 16 : 0);
        _tree.Whole(Mib + "8.2.1.11.1.2", 2);
        _tree.Whole(Mib + "6.1.1.3.1.1", _open ? 3 : 4);
        Alert("jam", _jam, 3, 13, 8, $"Paper jam, remove the pages of {Phone}");
        Alert("cover", _open, 3, 6, 3, "Front cover open");
        Alert("paper", _paper == 0, 3, 8, 808, "Load Tray 1");
        Alert("toner", _toner is > 0 and <= 10, 5, 11, 1104, "Toner low");
        Alert("empty", _toner == 0, 3, 11, 1101, "Replace toner");
        int bits = (_paper is > 0 and <= 10 ? 0x80 : 0) | (_paper == 0 ? 0x40 : 0) | (_toner is > 0 and <= 10 ? 0x20 : 0) | (_toner == 0 ? 0x10 : 0) | (_open ? 8 : 0) | (_jam ? 4 : 0);
        _tree.Bytes(Host + "5.1.2.1", (byte)bits);
        _tree.Whole(Host + "5.1.1.1", bits != 0 || _sleeps ? 1 : 3);
    }

    private void Alert(string what, bool stands, int severity, int group, int code, string text)
    {
        if (stands == _alerts.ContainsKey(what))
        {
            return;
        }

        int row = stands ? _alerts[what] = _nextAlert++ : _alerts[what];
        (string Column, Action<string> Put)[] cells =
        [
            ("2", name => _tree.Whole(name, severity)),
            ("4", name => _tree.Whole(name, group)),
            ("5", name => _tree.Whole(name, 1)),
            ("7", name => _tree.Whole(name, code)),
            ("8", name => _tree.Text(name, text)),
        ];
        foreach ((string column, Action<string> put) in cells)
        {
            string name = FormattableString.Invariant($"{Mib}18.1.1.{column}.1.{row}");
            (stands ? put : _tree.Remove)(name);
        }

        if (!stands)
        {
            _alerts.Remove(what);
        }
    }

    private void Cover(int index, string text) => _tree.Text(FormattableString.Invariant($"{Mib}6.1.1.2.1.{index}"), text);

    private void Tray(int index, string text)
    {
        _tree.Whole(FormattableString.Invariant($"{Mib}8.2.1.8.1.{index}"), 8);
        _tree.Whole(FormattableString.Invariant($"{Mib}8.2.1.9.1.{index}"), WholeTray);
        _tree.Text(FormattableString.Invariant($"{Mib}8.2.1.13.1.{index}"), text);
    }

    private void Supply(int index, int sort, int type, string text, int unit, int whole)
    {
        _tree.Whole(FormattableString.Invariant($"{Mib}11.1.1.4.1.{index}"), sort);
        _tree.Whole(FormattableString.Invariant($"{Mib}11.1.1.5.1.{index}"), type);
        _tree.Text(FormattableString.Invariant($"{Mib}11.1.1.6.1.{index}"), text);
        _tree.Whole(FormattableString.Invariant($"{Mib}11.1.1.7.1.{index}"), unit);
        _tree.Whole(FormattableString.Invariant($"{Mib}11.1.1.8.1.{index}"), whole);
    }
}
