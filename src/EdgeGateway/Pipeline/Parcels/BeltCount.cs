namespace EdgeGateway.Pipeline.Parcels;

/// <summary>
/// Finds the parcels of numbers that a controller counted: between two numbers whose parcels are known lie as many scans as numbers, and
/// then they belong to each other one by one. With a scan too many or too few nobody can say where.
/// </summary>
internal static class BeltCount
{
    /// <param name="told">Numbers of one counter in the order in which they were told.</param>
    /// <returns>For each that has no place what its neighbours say; for those that have one nothing.</returns>
    public static BeltPlacing[] Place(IReadOnlyList<BeltNumber> told)
    {
        var found = new BeltPlacing[told.Count];
        int[] before = Sweep(told, Enumerable.Range(0, told.Count));
        int[] behind = Sweep(told, Enumerable.Range(0, told.Count).Reverse());
        for (int at = 0; at < found.Length; at++)
        {
            found[at] = told[at].Place >= 0 ? BeltPlacing.Nowhere : new BeltPlacing(before[at], behind[at]);
        }

        return found;
    }

    /// <summary>Carries the distance of number and place along, as long as the counter goes on counting.</summary>
    private static int[] Sweep(IReadOnlyList<BeltNumber> told, IEnumerable<int> order)
    {
        var found = new int[told.Count];
        BeltNumber? placed = null;
        int last = -1;
        foreach (int at in order)
        {
            bool goesOn = last < 0 || (at > last ? told[at].Number > told[last].Number : told[at].Number < told[last].Number);
            placed = goesOn ? placed : null;
            found[at] = placed is { } tie ? (int)Math.Clamp(tie.Place + told[at].Number - tie.Number, -1, int.MaxValue) : -1;
            placed = told[at].Place >= 0 ? told[at] : placed;
            last = at;
        }

        return found;
    }
}
