namespace EdgeGateway.Protocol.Dicos;

/// <summary>What stands in front of a value.</summary>
/// <param name="Tag">Number of the attribute, or of an item or a delimiter.</param>
/// <param name="Vr">As written or from the dictionary; None for items and delimiters.</param>
/// <param name="Length">Bytes of the value; <see cref="Undefined"/> when a delimiter ends it.</param>
/// <param name="ImplicitInside">The items of this value name no value representations, whatever the file does elsewhere.</param>
internal readonly record struct DicosHead(DicosTag Tag, DicosVr Vr, uint Length, bool ImplicitInside)
{
    public const uint Undefined = 0xFFFFFFFF;
    public const int ShortBytes = 8;
    public const int LongBytes = 12;

    public bool IsUndefined => Length == Undefined;
}
