namespace EdgeGateway.Sim.Verification;

/// <summary>What came of kiosks, and what was sent to them.</summary>
public sealed class KioskReport
{
    private readonly SortedDictionary<string, long> _heard = new(StringComparer.Ordinal);

    public int Kiosks { get; set; }

    /// <summary>That were told as safe and came.</summary>
    public long Transactions { get; set; }

    /// <summary>Of these, whose session looked like a number of somebody and was told under another name.</summary>
    public long Hashed { get; set; }

    /// <summary>Begins and ends of alarms that were due and came.</summary>
    public long Alarms { get; set; }

    /// <summary>Begins and ends of alarms that no ledger tells of: what the gateway makes of other states.</summary>
    public long OtherAlarms { get; set; }

    /// <summary>Messages that a gateway must never send, kiosks that they ended, good messages that it refused.</summary>
    public long Breaches { get; set; }

    /// <summary>Commands that kiosks heard, by name; the empty name is what was none.</summary>
    public IReadOnlyDictionary<string, long> Commands => _heard;

    public void Hear(string name) => _heard[name] = _heard.GetValueOrDefault(name) + 1;

    public bool Passes => Breaches == 0;

    public IEnumerable<string> Lines()
    {
        yield return FormattableString.Invariant($"kiosks {Kiosks} transactions {Transactions} hashed {Hashed} alarms {Alarms} other alarms {OtherAlarms} breaches {Breaches}");
        yield return "kiosks heard " + (_heard.Count == 0 ? "nothing" : string.Join(", ", _heard.Select(static one => FormattableString.Invariant($"{(one.Key.Length == 0 ? "what is no command" : one.Key)} {one.Value}"))));
    }
}
