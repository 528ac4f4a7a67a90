namespace EdgeGateway.Protocol.Dicos;

/// <summary>Attributes that tell of persons: whoever owns the object, refers, operates or travels. Their values are not kept, so that nothing can pass them on.</summary>
public static class DicosPersons
{
    private const ushort OwnerGroup = 0x0010;

    /// <param name="tag">Its number.</param>
    /// <param name="vr">As the file says; every person's name is meant.</param>
    public static bool IsOfPerson(DicosTag tag, DicosVr vr) => vr == DicosVr.PN || IsOfOwner(tag) || tag switch
    {
        // Referring, consulting, recording, performing and reading physicians; operators, with their identification.
        { Group: 0x0008, Element: 0x0090 or 0x0092 or 0x0094 or 0x0096 or 0x009C or 0x009D } => true,
        { Group: 0x0008, Element: >= 0x1048 and <= 0x1072 } => true,
        // Who was asked, and who verified.
        { Group: 0x0032, Element: 0x1032 } or { Group: 0x0040, Element: 0xA075 or 0xA073 or 0xA123 } => true,
        // Boarding pass, owners of the object, itinerary.
        { Group: 0x4010, Element: 0x101A or 0x1047 or 0x1051 } => true,
        _ => false,
    };

    /// <returns>True when the data set, or one nested in it, has something written where persons are told of.</returns>
    public static bool AreIn(DicosDataSet set) =>
        set.Elements.Any(element => (element.Length > 0 && IsOfPerson(element.Tag, element.Vr)) || (element.Items ?? []).Any(AreIn));

    // The group of the patient in medicine: only id, issuer and kind of id are the object's own. Element 0 is the length of the group.
    private static bool IsOfOwner(DicosTag tag) => tag is { Group: OwnerGroup, Element: not 0 } && tag != DicosTags.OoiId && tag != DicosTags.OoiIdIssuer && tag != DicosTags.OoiIdType;
}
