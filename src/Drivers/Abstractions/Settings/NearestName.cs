namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>Finds the known name a person most likely meant.</summary>
public static class NearestName
{
    /// <summary>Names end here; what is longer was not meant to be one, and comparing it would cost.</summary>
    private const int Longest = 64;

    /// <returns>The nearest name, or null when none differs from it in at most half of its own letters.</returns>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        if (typed.Length > Longest)
        {
            return null;
        }

        var (best, distance) = known
            .Select(name => (name, Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .DefaultIfEmpty((string.Empty, int.MaxValue))
            .MinBy(pair => pair.Item2);
        return distance <= best.Length / 2 && best.Length > 0 ? best : null;
    }

    /// <summary>Optimal string alignment: insert, delete, replace and swap of neighbours cost 1 each.</summary>
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            cost[i, 0] = i;
        }

        for (int j = 0; j <= b.Length; j++)
        {
            cost[0, j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replace, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                cost[i, j] = swapped ? Math.Min(cost[i, j], cost[i - 2, j - 2] + 1) : cost[i, j];
            }
        }

        return cost[a.Length, b.Length];
    }
}
