using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Kiosk;

/// <summary>One supply: how it was last told, and how it is used.</summary>
internal sealed class WatchedSupply
{
    private const double Step = 5;
    private const double WholePercent = 100;

    /// <summary>Longer than a quarter of a year is no forecast.</summary>
    private const double LongestHours = 24 * 90;

    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    private readonly string _module;
    private readonly string _name;
    private SupplyTrend _trend;
    private bool _inPieces;
    private string? _toldState;
    private double? _toldLevel;
    private TimeSpan? _toldAt;

    public WatchedSupply(string module, string name)
    {
        (_module, _name, _trend) = (module, name, new SupplyTrend([]));
    }

    public WatchedSupply(KeptSupply kept)
        : this(kept.Module, kept.Name)
    {
        (_toldState, _toldLevel, _inPieces, _trend) = (kept.State, kept.Level, kept.InPieces, new SupplyTrend(kept.Spans));
    }

    /// <summary>Whether the device spoke of it in this conversation.</summary>
    public bool IsSeen { get; private set; }

    /// <summary>Null as long as nothing was told.</summary>
    public KeptSupply? Kept => _toldState is null ? null : new KeptSupply(_module, _name, _toldState, _toldLevel, _inPieces, KeptSupply.UseOf(_trend.Spans));

    /// <summary>How it is now.</summary>
    /// <param name="level">Of this supply.</param>
    /// <param name="now">By a clock that nobody sets.</param>
    public SupplyNews Take(SupplyLevel level, TimeSpan now)
    {
        IsSeen = true;
        Learn(level, now);
        bool isChange = _toldState is null ? !IsGood(level.State) : _toldState != level.State;
        bool isStep = (level.Level is null) != (_toldLevel is null) || Math.Abs((level.Level - _toldLevel) ?? 0) >= Step;
        return isChange ? SupplyNews.Change : _toldAt is null || isStep || now - _toldAt >= s_every ? SupplyNews.Level : SupplyNews.None;
    }

    /// <summary>It was told and is safe.</summary>
    public void Told(SupplyLevel level, TimeSpan now) => (_toldState, _toldLevel, _toldAt) = (level.State, level.Level, now);

    public KioskConsumableBody Body(SupplyLevel level)
    {
        double? perHour = _trend.PerHour();
        return new KioskConsumableBody
        {
            Module = level.Module,
            Name = level.Name,
            Supply = level.Supply,
            State = level.State,
            Fills = level.Fills,
            LevelPercent = level.Level,
            Count = level.Count,
            Capacity = level.Capacity,
            TrendPercentPerHour = Round(_inPieces ? 100 * perHour / level.Capacity : perHour),
            EndsInHours = EndsIn(level, perHour),
        };
    }

    /// <summary>Pieces are finer than percent, and stay right when a roll of another length is put in.</summary>
    private void Learn(SupplyLevel level, TimeSpan now)
    {
        double? measured = level.Count is >= 0 ? level.Count : level.Level;
        if (measured is not { } value)
        {
            _trend.Interrupt();
            return;
        }

        bool inPieces = level.Count is >= 0;
        if (inPieces != _inPieces)
        {
            (_inPieces, _trend) = (inPieces, new SupplyTrend([]));
        }

        _trend.Take(value, inPieces && level.Capacity is > 0 and { } full ? full : WholePercent, level.Fills == true, now);
    }

    private double? EndsIn(SupplyLevel level, double? perHour)
    {
        double? whole = _inPieces ? level.Capacity : WholePercent;
        double? value = _inPieces ? level.Count : level.Level;
        double? hours = level.Fills == true
            ? (perHour > 0 ? (whole - value) / perHour : null)
            : (perHour < 0 ? value / -perHour : null);
        return hours is >= 0 and <= LongestHours ? Round(hours) : null;
    }

    private static bool IsGood(string state) => state is KioskWords.Ok or KioskWords.Unknown;

    private static double? Round(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 2) : null;
}

/// <summary>What is to be said of a supply.</summary>
internal enum SupplyNews
{
    None,

    /// <summary>A step of its level, or an hour went by.</summary>
    Level,

    /// <summary>Its state is another.</summary>
    Change,
}
