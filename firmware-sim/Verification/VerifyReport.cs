namespace EdgeGateway.Sim.Verification;

/// <summary>The answer of the ledger. Accepted = delivered + lost + excused; altered ones are among the delivered.</summary>
public sealed class VerifyReport
{
    private const int MostNotes = 100;
    private readonly List<string> _notes = [];

    /// <summary>Passages that devices were told are safe.</summary>
    public long Accepted { get; set; }

    /// <summary>Of these, told by a 200.</summary>
    public long Acknowledged { get; set; }

    /// <summary>Of these, written into a stream.</summary>
    public long Streamed { get; set; }

    public long Delivered { get; set; }

    /// <summary>Messages whose reading id had come before.</summary>
    public long Duplicates { get; set; }

    /// <summary>Accepted, and neither delivered with all its pictures nor declared in a gap.</summary>
    public long Lost { get; set; }

    /// <summary>Delivered, but plate, lane, time, pictures or facts are not what the device told.</summary>
    public long Altered { get; set; }

    /// <summary>Readings declared as gone: the counts of all distinct gap records together, whether a device told of them or not.</summary>
    public long Gaps { get; set; }

    /// <summary>Accepted and missing, but within what the gap records of that device declare.</summary>
    public long Excused { get; set; }

    /// <summary>What the manifests say; null when nobody asked.</summary>
    public ManifestReport? Manifests { get; set; }

    /// <summary>Readings numbered before one that the device told earlier.</summary>
    public long Disordered { get; set; }

    /// <summary>Readings that no device told.</summary>
    public long Invented { get; set; }

    /// <summary>Delivered although the device was never told so: allowed, nobody promised anything.</summary>
    public long Unpromised { get; set; }

    /// <summary>Passages that came under more than one reading id.</summary>
    public long Renumbered { get; set; }

    /// <summary>Numbers below the highest of their epoch that neither came nor stand in a gap.</summary>
    public long Holes { get; set; }

    /// <summary>Records of parcels that came.</summary>
    public long Records { get; set; }

    /// <summary>Parcels that the records tell of, by the ledger.</summary>
    public long Parcels { get; set; }

    /// <summary>Records that hold statements of several parcels; counted as altered too.</summary>
    public long Misjoined { get; set; }

    /// <summary>Parcels whose statements stand in several records: nothing is wrong, and something is not known.</summary>
    public long Apart { get; set; }

    /// <summary>What came of vehicles; null where the ledger tells of none.</summary>
    public FlightReport? Flights { get; set; }

    /// <summary>What came of kiosks; null where the ledger tells of none.</summary>
    public KioskReport? Kiosks { get; set; }

    /// <summary>Of <see cref="Delivered"/>, what devices without a driver of their own measured.</summary>
    public long Measured { get; set; }

    /// <summary>Of <see cref="Delivered"/>, how things were for so long that whoever asks has seen it.</summary>
    public long Shown { get; set; }

    /// <summary>What came of cabinets; null where the ledger tells of none.</summary>
    public CabinetReport? Cabinets { get; set; }

    /// <summary>Words in the received file that must not be there.</summary>
    public long Seeds { get; set; }

    /// <summary>Lines of the received file that could not be read.</summary>
    public long Unreadable { get; set; }

    /// <summary>The first hundred explanations.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public string Line => FormattableString.Invariant(
        $"accepted {Accepted} delivered {Delivered} duplicates {Duplicates} lost {Lost} altered {Altered} gaps {Gaps}")
        + (Manifests is { } manifests ? " " + manifests.Line : "");

    public void Note(string text)
    {
        if (_notes.Count < MostNotes)
        {
            _notes.Add(text);
        }
    }

    public bool Passes(VerifyOptions options) =>
        Manifests is not { Bad: > 0 } && Lost == 0 && Altered == 0 && (!options.Ordered || Disordered == 0) && Flights?.Passes(options) != false && Kiosks?.Passes != false && Seeds == 0;
}
