using System.Globalization;

namespace EdgeGateway.Protocol.Pdt;

/// <summary>
/// Converts user numbers of eight digits to 24-bit air addresses and back, by the rule of a site (pdt-radio.md section 12.1).
/// Individuals and groups share one space of addresses, so each question says which it means. What does not convert is null.
/// </summary>
public sealed record NumberRule
{
    public const int LowestPrefix = 328;

    public const int HighestPrefix = 806;

    private const int Digits = 8;
    private const int Block = 0x8000;

    public static readonly NumberRule None = new();

    public NumberScheme Scheme { get; init; } = NumberScheme.None;

    /// <summary>Which NP carries graded groups, and of which grade: data of the network, empty by default.</summary>
    public IReadOnlySet<(int Prefix, GroupGrade Grade)> Graded { get; init; } = new HashSet<(int, GroupGrade)>();

    /// <param name="number">Eight digits.</param>
    /// <param name="isGroup">A group, not a radio.</param>
    /// <returns>The 24-bit address, or null.</returns>
    public int? AddressOf(ReadOnlySpan<char> number, bool isGroup)
    {
        if (number.Length != Digits || number.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        int prefix = int.Parse(number[..3], NumberStyles.None, CultureInfo.InvariantCulture);
        int rest = int.Parse(number[3..], NumberStyles.None, CultureInfo.InvariantCulture);
        return prefix is < LowestPrefix or > HighestPrefix || OffsetOf(prefix, rest, isGroup) is not { } offset ? null : ((prefix - LowestPrefix + 32) * Block) + offset;
    }

    /// <param name="address">A 24-bit address; longer ones do not convert.</param>
    /// <param name="isGroup">A group, not a radio.</param>
    /// <returns>Eight digits, or null.</returns>
    public string? NumberOf(long address, bool isGroup)
    {
        long prefix = (address / Block) + LowestPrefix - 32;
        if (address < 0 || prefix is < LowestPrefix or > HighestPrefix)
        {
            return null;
        }

        return RestOf((int)prefix, (int)(address % Block), isGroup) is { } rest ? string.Create(CultureInfo.InvariantCulture, $"{prefix:000}{rest:00000}") : null;
    }

    private int? OffsetOf(int prefix, int rest, bool isGroup) => (Scheme, isGroup) switch
    {
        (NumberScheme.National, false) => NationalNumbers.Individual(rest),
        (NumberScheme.National, true) => NationalNumbers.Grade(rest) is { } graded ? IsGraded(prefix, graded) ? NationalNumbers.GradedGroup(rest) : null : NationalNumbers.Group(rest),
        (NumberScheme.Zhejiang, false) => IsUnit(rest) ? rest : null,
        _ => null,
    };

    private int? RestOf(int prefix, int offset, bool isGroup) => (Scheme, isGroup) switch
    {
        (NumberScheme.National, false) => NationalNumbers.IndividualAt(offset),
        (NumberScheme.National, true) => NationalNumbers.GroupAt(offset) is not { } rest || (NationalNumbers.Grade(rest) is { } graded && !IsGraded(prefix, graded)) ? null : rest,
        (NumberScheme.Zhejiang, false) => IsUnit(offset) ? offset : null,
        _ => null,
    };

    private bool IsGraded(int prefix, int digit) => digit switch
    {
        0 or 7 => Graded.Contains((prefix, GroupGrade.City)),
        8 => Graded.Contains((prefix, GroupGrade.Province)),
        9 => Graded.Contains((prefix, GroupGrade.Ministry)),
        _ => false,
    };

    private static bool IsUnit(int unit) => unit is (>= 1 and <= 29_999) or (>= 30_020 and <= 32_767);
}
