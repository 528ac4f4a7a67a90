namespace EdgeGateway.Protocol.Plates;

/// <summary>
/// How far two plates are apart, for searching only and never for correcting (plate-camera.md section 5.5): substitution
/// inside a confusion group 0.3, one province for another 0.7, any other 1, insertion or deletion 1; <c>?</c> stands for any one
/// character and costs nothing. Nothing here allocates.
/// </summary>
public static class PlateSimilarity
{
    /// <summary>Up to here a plate is a possible hit: at most two substitutions inside groups.</summary>
    public const double Limit = 0.6;

    /// <summary>A serial character or letter of each family: putting each in place of a <c>?</c> reaches every <see cref="Signature"/> that a mask can mean there.</summary>
    public const string SerialFamilies = "01349EHJKRU";

    /// <summary>The same for the first place: a province of each family; other classes begin with one of <see cref="SerialFamilies"/>, <c>使</c> or <c>民</c>.</summary>
    public const string ProvinceFamilies = "京苏皖鲁粤冀闽川津桂渝湘新鄂蒙吉青藏";

    private const int Longest = 64;
    private const int InGroup = 3;
    private const int Province = 7;
    private const int Whole = 10;
    private const int LimitTenths = 6;

    /// <summary>The least cost of the edits that make one text of the other, both normalised; only the first 64 characters count.</summary>
    public static double Cost(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a[..Math.Min(a.Length, Longest)];
        b = b[..Math.Min(b.Length, Longest)];
        Span<int> row = stackalloc int[Longest + 1];
        for (int column = 0; column <= b.Length; column++)
        {
            row[column] = column * Whole;
        }

        for (int line = 1; line <= a.Length; line++)
        {
            Advance(row[..(b.Length + 1)], a[line - 1], b, line);
        }

        return row[b.Length] / 10.0;
    }

    /// <returns>
    /// True when <see cref="Cost"/> is at most <see cref="Limit"/>. Insertions are dearer than that, so only texts of one
    /// length can be: this looks at each character once.
    /// </returns>
    public static bool Possible(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => Tenths(a, b) <= LimitTenths;

    /// <summary>As <see cref="Cost"/> in tenths for two texts of one length, without insertions; stops counting beyond the limit.</summary>
    /// <returns>0 to 6, or a number above 6 when it is no possible hit.</returns>
    public static int Tenths(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length != b.Length)
        {
            return Whole;
        }

        int cost = 0;
        for (int i = 0; i < a.Length && cost <= LimitTenths; i++)
        {
            cost += Substitution(a[i], b[i]);
        }

        return cost;
    }

    /// <summary>
    /// The key of an index for similar plates: two texts without <c>?</c> that are <see cref="Possible"/> for one another
    /// always have the same signature, because a substitution inside a group stays inside a family of groups. The converse
    /// does not hold: what shares a signature is then compared. For a mask, fill its places with the families and look up each.
    /// </summary>
    public static ulong Signature(ReadOnlySpan<char> text)
    {
        ulong signature = 14_695_981_039_346_656_037UL + (ulong)text.Length;
        foreach (char c in text)
        {
            signature = (signature ^ (uint)ConfusionGroups.Family(c)) * 1_099_511_628_211UL;
        }

        return signature ^ (signature >> 32);
    }

    private static void Advance(Span<int> row, char left, ReadOnlySpan<char> b, int line)
    {
        int diagonal = row[0];
        row[0] = line * Whole;
        for (int column = 1; column < row.Length; column++)
        {
            int substituted = diagonal + Substitution(left, b[column - 1]);
            diagonal = row[column];
            row[column] = Math.Min(substituted, Whole + Math.Min(diagonal, row[column - 1]));
        }
    }

    private static int Substitution(char a, char b) =>
        a == b || a == PlateGrammar.Unread || b == PlateGrammar.Unread ? 0
        : ConfusionGroups.Share(a, b) ? InGroup
        : PlateGrammar.IsProvince(a) && PlateGrammar.IsProvince(b) ? Province
        : Whole;
}
