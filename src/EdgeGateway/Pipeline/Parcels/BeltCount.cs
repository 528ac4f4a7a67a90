namespace EdgeGateway.Pipeline.Parcels;

/// <summary>
/// Finds the parcels of numbers that a controller counted: between two numbers whose parcels are known lie as many scans as numbers, and
/// then they belong to each other one by one. With a scan too many or too few nobody can say where, and all of them stay by themselves.
/// </summary>
internal static class BeltCount
{
    /// <param name="told">Numbers of one counter in the order in which they were told.</param>
    /// <returns>For each that has no place the one that is its own; -1 for none, and for those that have one.</returns>
    public static int[] Pair(IReadOnlyList<BeltNumber> told)
    {
        var found = new int[told.Count];
        Array.Fill(found, -1);
        int before = -1;
        for (int at = 0; at < told.Count; at++)
        {
            bool beginsAnew = at > 0 && told[at].Number <= told[at - 1].Number;
            before = beginsAnew ? -1 : before;
            if (told[at].Place >= 0)
            {
                Fill(found, told, before, at);
                before = at;
            }
        }

        return found;
    }

    private static void Fill(int[] found, IReadOnlyList<BeltNumber> told, int before, int behind)
    {
        if (before < 0 || told[behind].Place - told[before].Place != told[behind].Number - told[before].Number)
        {
            return;
        }

        for (int at = before + 1; at < behind; at++)
        {
            found[at] = told[before].Place + (int)(told[at].Number - told[before].Number);
        }
    }
}
