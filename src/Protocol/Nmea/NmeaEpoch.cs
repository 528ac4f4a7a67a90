namespace EdgeGateway.Protocol.Nmea;

/// <summary>
/// Puts the sentences of one moment together, in whatever order they come: RMC and GGA of the same time are one fix. A moment is
/// over when both are there, when a sentence of another moment comes, or when the caller says so because nothing more comes.
/// </summary>
public sealed class NmeaEpoch
{
    private readonly Queue<NmeaFix> _ready = new();
    private NmeaRmc? _rmc;
    private NmeaGga? _gga;
    private string? _told;

    /// <summary>Whether something waits for the rest of its moment.</summary>
    public bool IsOpen => _rmc is not null || _gga is not null;

    /// <returns>Null, or why the sentence cannot be used; others than RMC and GGA are passed over.</returns>
    public string? Add(NmeaSentence sentence)
    {
        switch (sentence.Type)
        {
            case NmeaRmc.TypeName when sentence.Values.Count < NmeaRmc.LeastValues:
            case NmeaGga.TypeName when sentence.Values.Count < NmeaGga.LeastValues:
                return NmeaFaults.TooFewValues;
            case NmeaRmc.TypeName:
                Add(new NmeaRmc(sentence));
                return null;
            case NmeaGga.TypeName:
                Add(new NmeaGga(sentence));
                return null;
            default:
                return null;
        }
    }

    /// <returns>The next moment that is over, or null.</returns>
    public NmeaFix? Next() => _ready.TryDequeue(out var fix) ? fix : null;

    /// <summary>What is there is all that comes of this moment.</summary>
    public void Close()
    {
        if (!IsOpen)
        {
            return;
        }

        var fix = new NmeaFix(_rmc, _gga);
        (_rmc, _gga) = (null, null);
        _told = fix.Time;
        _ready.Enqueue(fix);
    }

    private void Add(NmeaRmc rmc)
    {
        if (!Enters(rmc.Time, _rmc is not null))
        {
            // A receiver for several systems may say RMC once for each: the one with a fix counts.
            _rmc = _rmc is { HasFix: false } && _rmc.Time == rmc.Time ? rmc : _rmc;
            return;
        }

        _rmc = rmc;
        CloseWhenWhole();
    }

    private void Add(NmeaGga gga)
    {
        if (Enters(gga.Time, _gga is not null))
        {
            _gga = gga;
            CloseWhenWhole();
        }
    }

    /// <summary>Ends the moment that is open where this sentence belongs to another one.</summary>
    /// <returns>False for one that was told already, or that repeats what is open.</returns>
    private bool Enters(string time, bool isThere)
    {
        bool same = IsOpen && time == (_rmc?.Time ?? _gga?.Time);
        if (time.Length > 0 && ((same && isThere) || time == _told))
        {
            return false;
        }

        if (IsOpen && (!same || isThere))
        {
            Close();
        }

        return true;
    }

    private void CloseWhenWhole()
    {
        if (_rmc is not null && _gga is not null)
        {
            Close();
        }
    }
}
