using System.Globalization;

namespace EdgeGateway.Protocol.Dicos;

/// <summary>Number of an attribute: group and element, as the registry writes them, for example <c>(4010,1031)</c>.</summary>
public readonly record struct DicosTag(ushort Group, ushort Element)
{
    /// <summary>As the number 0xGGGGEEEE, the way that tables are written.</summary>
    public DicosTag(uint both)
        : this((ushort)(both >> 16), (ushort)both)
    {
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({Group:X4},{Element:X4})");
}
