namespace EdgeGateway.Protocol.Parcels;

/// <summary>Finds the category in the words of a device, such as the class name of a detector. The first rule that fits counts.</summary>
/// <param name="rules">A part of the text, any case, and the code of xray.md section 4.4.</param>
public sealed class ParcelTextRules(IReadOnlyList<(string Part, string Category)> rules)
{
    /// <summary>What detectors commonly call things, in English and Chinese; a site puts its own in front.</summary>
    public static readonly IReadOnlyList<(string Part, string Category)> Usual =
    [
        ("stun", ParcelCategories.StunAndTear), ("baton", ParcelCategories.StunAndTear), ("crossbow", ParcelCategories.StunAndTear), ("电击", ParcelCategories.StunAndTear), ("警棍", ParcelCategories.StunAndTear), ("弩", ParcelCategories.StunAndTear),
        ("knife", ParcelCategories.Knives), ("dagger", ParcelCategories.Knives), ("blade", ParcelCategories.Knives), ("刀", ParcelCategories.Knives), ("匕首", ParcelCategories.Knives),
        ("gunpowder", ParcelCategories.Explosives), ("explosive", ParcelCategories.Explosives), ("detonator", ParcelCategories.Explosives), ("炸药", ParcelCategories.Explosives), ("爆炸", ParcelCategories.Explosives), ("雷管", ParcelCategories.Explosives),
        ("firework", ParcelCategories.Fireworks), ("firecracker", ParcelCategories.Fireworks), ("烟花", ParcelCategories.Fireworks), ("鞭炮", ParcelCategories.Fireworks), ("爆竹", ParcelCategories.Fireworks),
        ("handgun", ParcelCategories.Guns), ("pistol", ParcelCategories.Guns), ("rifle", ParcelCategories.Guns), ("firearm", ParcelCategories.Guns), ("ammunition", ParcelCategories.Guns), ("枪", ParcelCategories.Guns), ("子弹", ParcelCategories.Guns),
        ("lighter fluid", ParcelCategories.FlammableLiquids), ("gasoline", ParcelCategories.FlammableLiquids), ("petrol", ParcelCategories.FlammableLiquids), ("汽油", ParcelCategories.FlammableLiquids), ("酒精", ParcelCategories.FlammableLiquids),
        ("lighter", ParcelCategories.FlammableGas), ("spray can", ParcelCategories.FlammableGas), ("aerosol", ParcelCategories.FlammableGas), ("打火机", ParcelCategories.FlammableGas), ("喷雾", ParcelCategories.FlammableGas),
    ];

    public static readonly ParcelTextRules Default = new(Usual);

    /// <returns>The code, or null when no rule fits.</returns>
    public string? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        foreach (var (part, category) in rules)
        {
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return category;
            }
        }

        return null;
    }
}
