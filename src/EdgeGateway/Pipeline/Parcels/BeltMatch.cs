namespace EdgeGateway.Pipeline.Parcels;

/// <summary>
/// Finds the parcel of a statement that only its time can place. Parcels keep their order on the belt, and so do the statements of one
/// device: a statement never goes to a parcel in front of one that an earlier statement of that device went to, nor the other way round.
/// </summary>
internal static class BeltMatch
{
    /// <param name="places">Parcels by the time of their scan.</param>
    /// <param name="at">The statement's time, put back to the scanner's.</param>
    /// <param name="tolerance">How far off it may be.</param>
    /// <returns>Index of the nearest free parcel whose order fits; -1 for none.</returns>
    public static int Nearest(IReadOnlyList<BeltPlace> places, DateTimeOffset at, TimeSpan tolerance)
    {
        int nearest = -1;
        var distance = tolerance;
        for (int i = 0; i < places.Count; i++)
        {
            var off = (places[i].Scanned - at).Duration();
            if (places[i].IsFree && (off < distance || (off == distance && nearest < 0)) && InOrder(places, i, at))
            {
                (nearest, distance) = (i, off);
            }
        }

        return nearest;
    }

    /// <summary>
    /// Whether no parcel that is still to come can be nearer: the belt has moved on as far beyond the statement as the chosen parcel lies before it.
    /// </summary>
    /// <param name="at">The statement's time, put back to the scanner's.</param>
    /// <param name="chosen">The scan of the chosen parcel.</param>
    /// <param name="newest">The newest scan of the station.</param>
    public static bool IsSettled(DateTimeOffset at, DateTimeOffset chosen, DateTimeOffset newest) => newest >= at + (chosen - at).Duration();

    private static bool InOrder(IReadOnlyList<BeltPlace> places, int chosen, DateTimeOffset at)
    {
        for (int i = 0; i < places.Count; i++)
        {
            if (places[i].Same is { } told && (i < chosen ? told > at : i > chosen && told < at))
            {
                return false;
            }
        }

        return true;
    }
}
