namespace EdgeGateway.Drivers.Generic;

/// <summary>What became of the messages of one body so far.</summary>
internal sealed class SensorVerdict
{
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);

    /// <summary>Messages that were looked at.</summary>
    public int Messages { get; private set; }

    /// <summary>Entries that are told.</summary>
    public int Entries { get; private set; }

    /// <summary>How often something was left out, by reason.</summary>
    public IReadOnlyDictionary<string, int> LeftOut => _leftOut;

    /// <summary>Messages that no rule took.</summary>
    public int Unmatched { get; private set; }

    /// <param name="outcome">Of one message.</param>
    /// <param name="admitted">How many of its entries have names that are not too many.</param>
    /// <returns>A word for each thing that is not told.</returns>
    public IReadOnlyList<string> Add(MapOutcome outcome, int admitted)
    {
        Messages++;
        Entries += admitted;
        Unmatched += outcome.IsMatched ? 0 : 1;
        string[] leftOut =
        [
            .. outcome.LeftOut
                .Concat(Enumerable.Repeat(MapReasons.TooManyNames, outcome.Entries.Count - admitted))
                .Concat(Enumerable.Repeat(MapReasons.TooManyEntries, outcome.Beyond))
                .Order(StringComparer.Ordinal),
        ];
        foreach (string reason in leftOut)
        {
            _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;
        }

        return outcome.IsMatched ? leftOut : [.. leftOut, MapReasons.Unmatched];
    }
}
