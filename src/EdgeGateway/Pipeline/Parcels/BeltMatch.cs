namespace EdgeGateway.Pipeline.Parcels;

/// <summary>
/// Finds the parcels of statements that only their time can place. Parcels keep their order on the belt, and so do the statements of one
/// device: of all ways to place them in order, the one that is the least off, where leaving one over counts as its tolerance.
/// </summary>
internal static class BeltMatch
{
    /// <param name="places">Parcels by the time of their scan.</param>
    /// <param name="asks">One device's statements in its order, by their times put back to that of the scan.</param>
    /// <param name="tolerance">How far off one may be; leaving one over counts as much.</param>
    /// <param name="fits">Whether a statement, by its index, may belong to a parcel, by its index, as far as anything but time is concerned.</param>
    /// <returns>For each statement the index of its parcel; -1 for none.</returns>
    public static int[] Pair(IReadOnlyList<BeltPlace> places, IReadOnlyList<DateTimeOffset> asks, TimeSpan tolerance, Func<int, int, bool> fits)
    {
        // cost[i, j]: the first i parcels and the first j statements at their best.
        var cost = new long[places.Count + 1, asks.Count + 1];
        for (int j = 1; j <= asks.Count; j++)
        {
            cost[0, j] = j * tolerance.Ticks;
        }

        for (int i = 1; i <= places.Count; i++)
        {
            for (int j = 1; j <= asks.Count; j++)
            {
                long together = Together(places, i - 1, asks[j - 1], tolerance) is { } off && fits(j - 1, i - 1) ? cost[i - 1, j - 1] + off : long.MaxValue;
                cost[i, j] = Math.Min(together, Math.Min(cost[i - 1, j], cost[i, j - 1] + tolerance.Ticks));
            }
        }

        return Read(cost, tolerance);
    }

    /// <summary>
    /// Whether no parcel that is still to come can be nearer: the belt has moved on as far beyond the statement as the chosen parcel is off.
    /// </summary>
    /// <param name="ask">The time of the statement, put back to that of the scan.</param>
    /// <param name="chosen">The scan of the chosen parcel.</param>
    /// <param name="moved">How far the belt has moved on for sure: the newest scan behind which no earlier one is still to come.</param>
    public static bool IsSettled(DateTimeOffset ask, DateTimeOffset chosen, DateTimeOffset moved) => moved >= ask + (chosen - ask).Duration();

    private static int[] Read(long[,] cost, TimeSpan tolerance)
    {
        (int i, int j) = (cost.GetLength(0) - 1, cost.GetLength(1) - 1);
        var found = new int[j];
        Array.Fill(found, -1);
        while (i > 0 && j > 0)
        {
            if (cost[i, j] == cost[i - 1, j])
            {
                i--;
            }
            else if (cost[i, j] == cost[i, j - 1] + tolerance.Ticks)
            {
                j--;
            }
            else
            {
                found[--j] = --i;
            }
        }

        return found;
    }

    /// <returns>How far off they are in ticks; null when it is too far or out of the order.</returns>
    private static long? Together(IReadOnlyList<BeltPlace> places, int place, DateTimeOffset ask, TimeSpan tolerance)
    {
        var off = (places[place].Scanned - ask).Duration();
        return off < tolerance && InOrder(places, place, ask) ? off.Ticks : null;
    }

    private static bool InOrder(IReadOnlyList<BeltPlace> places, int chosen, DateTimeOffset ask)
    {
        for (int i = 0; i < places.Count; i++)
        {
            if (places[i].Same is { } told && (i < chosen ? told > ask : i > chosen && told < ask))
            {
                return false;
            }
        }

        return true;
    }
}
