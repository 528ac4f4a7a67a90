using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>What is known of one module, and what was told of it.</summary>
/// <param name="module">Its name.</param>
/// <param name="told">How it was last told, as far as that is remembered.</param>
/// <param name="isExpected">Whether the settings name it: then it must be there.</param>
internal sealed class ModuleBook(string module, KeptModule? told, bool isExpected)
{
    private const int MostParts = 128;
    private const string NoClass = "unknown";

    /// <summary>What a customer's visits make, and what a loose contact must not.</summary>
    private readonly EventBudget _budget = new(burst: 512, perSecond: 5);

    private string? _class;
    private bool _hasTree;

    public string Module => module;

    public ModuleSight Sight { get; set; }

    /// <summary>How it was last told; null when that is not known.</summary>
    public KeptModule? Told { get; private set; } = told;

    public XfsTree Tree { get; private set; } = XfsTree.Empty;

    public XfsStorage? Storage { get; private set; }

    /// <summary>Whether the service told all its units, and not only a change of some.</summary>
    public bool HasWholeStorage { get; private set; }

    /// <summary>Something is not told yet: too much came, or the end of an alarm waits.</summary>
    public bool IsBehind { get; set; }

    /// <summary>Of its last error, while it is not well again.</summary>
    public string? VendorCode { get; set; }

    public void Learn(string? type) => _class = type ?? _class;

    public void Take(XfsTree status) => (Tree, _hasTree) = (status, true);

    public void Take(XfsStorage storage) => (Storage, HasWholeStorage) = (storage, true);

    public void Take(XfsFact fact)
    {
        Tree = Tree.With(fact.Change);
        Storage = fact.Storage is { } change ? (Storage ?? XfsStorage.Empty).With(change) : Storage;
        VendorCode = fact.Error?.VendorCode ?? VendorCode;
    }

    /// <returns>False when it told too much lately.</returns>
    public bool MayTell(TimeSpan now) => _budget.Take(now);

    public IReadOnlyList<XfsSupply> Supplies => XfsSupply.In(Tree, Storage);

    public IReadOnlyList<XfsAlarm> Alarms(bool isMaintenance) => XfsAlarm.In(Tree, Storage, isMaintenance);

    /// <summary>Whether the service says that one that stands is over; a storage of which only changes came says nothing of units that it does not name.</summary>
    public bool Ends(KioskAlarm alarm) => alarm.Name is { } name && XfsAlarmView.Of(Tree, HasWholeStorage ? Storage : null).IsOver(alarm.Alarm, name);

    /// <summary>How it is now; what was of a time before it was lost stays and is marked.</summary>
    public KeptModule Now(bool isMaintenance)
    {
        var judged = XfsHealth.Of(Tree, Storage, isMaintenance, isExpected);
        var now = new KeptModule(module, Class(), judged.Health, judged.Severity, judged.IsBusy, false, [.. judged.Parts.Take(MostParts).Select(Text)], judged.Raw, Told?.Since);
        return Sight switch
        {
            ModuleSight.Absent => now with { Health = KioskWords.Absent, Severity = isExpected ? "major" : null, IsBusy = false, Parts = Told?.Parts, IsStale = Told?.Parts is { Count: > 0 } },
            ModuleSight.Seen => now,
            _ => now with
            {
                Health = KioskWords.Unknown,
                Severity = "major",
                IsBusy = false,
                IsStale = _hasTree || Told?.Parts is { Count: > 0 },
                Parts = _hasTree ? now.Parts : Told?.Parts,
                Raw = _hasTree ? now.Raw : Told?.Raw,
            },
        };
    }

    public KioskModuleBody Body(KeptModule now, IReadOnlyList<string> changes)
    {
        var health = new XfsHealth(now.Health, now.Severity, now.IsBusy, [.. (now.Parts ?? []).Select(Part)], now.Raw ?? []);
        var flags = new FlagList();
        flags.Add(now.IsStale, Xfs4IotMapping.Stale);
        return Xfs4IotBodies.Module(module, now.Class, health, changes) with { VendorCode = VendorCode, Since = now.Since, Flags = flags.OrNull() };
    }

    public void WasTold(KeptModule now) => Told = now;

    private string Class() => _class ?? XfsClasses.Of(Tree) ?? Told?.Class ?? NoClass;

    private static string Text(KioskPart part) => $"{part.Name}={part.State}";

    private static KioskPart Part(string text) => text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var end ? new KioskPart(text[..end], text[(end + 1)..]) : new KioskPart(text, KioskWords.Unknown);
}

/// <summary>What a module can be told by.</summary>
internal enum ModuleSight
{
    /// <summary>Nothing was heard of it in this conversation.</summary>
    Fresh,

    /// <summary>Its status is of now.</summary>
    Seen,

    /// <summary>Its link was lost, or it does not answer.</summary>
    Lost,

    /// <summary>The settings name it, or it was there once, and no publisher knows it.</summary>
    Absent,
}
