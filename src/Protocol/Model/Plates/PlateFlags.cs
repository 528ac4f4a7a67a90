namespace EdgeGateway.Protocol.Model.Plates;

/// <summary>Flags of plate readings that other rooms act on (plate-camera.md section 7); all others are told and nothing more.</summary>
public static class PlateFlags
{
    /// <summary>The device has announced that more of this reading comes, under the same <see cref="PlateReadBody.PassageKey"/>.</summary>
    public const string PicturesFollow = "PICTURES_FOLLOW";
}
