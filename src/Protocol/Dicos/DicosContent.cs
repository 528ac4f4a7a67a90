namespace EdgeGateway.Protocol.Dicos;

/// <summary>What a file is about: a report, or a picture, or a fault.</summary>
/// <param name="Report">Not null for a TDR.</param>
/// <param name="Image">Not null for a DX or CT.</param>
/// <param name="Fault">One of <see cref="DicosFaults"/> when it is neither.</param>
public sealed record DicosContent(DicosReport? Report, DicosImage? Image, string? Fault)
{
    /// <summary>Null when there is a fault.</summary>
    public DicosHeader? Header => Report?.Header ?? Image?.Header;

    /// <param name="file">A file that was read.</param>
    /// <param name="acceptMedical">Also the medical classes of CT and DX, which some products write.</param>
    public static DicosContent Of(DicosFile file, bool acceptMedical)
    {
        if (file.SopClass is not { } sopClass || DicosClasses.KindOf(sopClass, acceptMedical) is not { } kind)
        {
            return new DicosContent(null, null, DicosFaults.Class);
        }

        if (file.SopInstance is not { } instance)
        {
            return new DicosContent(null, null, DicosFaults.NoInstance);
        }

        var header = DicosHeaders.Of(file, kind, sopClass, instance);
        return sopClass == DicosClasses.Tdr
            ? new DicosContent(DicosReports.Of(file, header), null, null)
            : new DicosContent(null, DicosImage.Of(file, header), null);
    }
}
