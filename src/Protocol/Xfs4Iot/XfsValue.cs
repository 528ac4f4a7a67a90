using System.Globalization;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>One value of a status: a word, a number or a yes or no.</summary>
/// <param name="Text">The word as sent; <c>true</c>, <c>false</c>, or the number.</param>
/// <param name="Number">Finite; null for what is no number.</param>
/// <param name="Flag">Null for what is neither yes nor no.</param>
/// <param name="IsKnown">False for a word that no table has.</param>
public readonly record struct XfsValue(string Text, double? Number = null, bool? Flag = null, bool IsKnown = true)
{
    public static XfsValue Of(bool flag) => new(flag ? "true" : "false", Flag: flag);

    public static XfsValue Of(double number) => new(number.ToString(CultureInfo.InvariantCulture), number);
}
