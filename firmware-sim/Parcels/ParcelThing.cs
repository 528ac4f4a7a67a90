namespace EdgeGateway.Sim.Parcels;

/// <summary>Something in a parcel that a machine may alarm on.</summary>
/// <param name="Category">DICOS threat category, <c>PI</c>, <c>EXPLOSIVE</c>, ...</param>
/// <param name="Text">A detector's class name, such as <c>knife</c>.</param>
/// <param name="Code">Category code of xray.md section 4.4 that it belongs to.</param>
/// <param name="DahuaType">Dahua's object type (xray.md section 2.2).</param>
public sealed record ParcelThing(string Category, string Text, string Code, int DahuaType)
{
    public static readonly IReadOnlyList<ParcelThing> All =
    [
        new("PI", "knife", "P02.01", 1),
        new("PI", "handgun", "P01", 3),
        new("EXPLOSIVE", "detonator", "P03", 11),
        new("PI", "firecracker", "P03.02", 13),
        new("PI", "lighter", "P04.01", 14),
        new("PI", "gasoline", "P05", 30),
        new("PI", "stun baton", "P02.02", 15),
    ];
}
