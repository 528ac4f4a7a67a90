namespace EdgeGateway.Sim.Traffic;

/// <summary>Chinese plates in the shares one sees on a road: mostly civil and new-energy (plate-camera.md sections 5.1, 5.2).</summary>
public static class PlateGenerator
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string Serial = Digits + Letters;
    private const string NewEnergy = "ABCDEFGHJK";

    public static Plate Next(ref SeededRandom random)
    {
        PlateKind kind = KindOf(random.Below(1000));
        return new Plate(kind, Text(kind, ref random));
    }

    private static PlateKind KindOf(int permille) => permille switch
    {
        < 640 => PlateKind.CivilBlue,
        < 720 => PlateKind.CivilYellow,
        < 930 => PlateKind.NevSmall,
        < 950 => PlateKind.NevLarge,
        < 960 => PlateKind.Police,
        < 970 => PlateKind.Coach,
        < 985 => PlateKind.Trailer,
        < 995 => PlateKind.None,
        _ => PlateKind.Unread,
    };

    private static string Text(PlateKind kind, ref SeededRandom random) => kind switch
    {
        PlateKind.CivilBlue or PlateKind.CivilYellow => Region(ref random) + Run(ref random, Serial, 5),
        PlateKind.NevSmall => Region(ref random) + random.Of(NewEnergy) + random.Of(Serial) + Run(ref random, Digits, 4),
        PlateKind.NevLarge => Region(ref random) + Run(ref random, Digits, 5) + random.Of(NewEnergy),
        PlateKind.Police => Region(ref random) + random.Of(Digits) + Run(ref random, Digits, 3) + '警',
        PlateKind.Coach => Region(ref random) + Run(ref random, Serial, 4) + '学',
        PlateKind.Trailer => Region(ref random) + Run(ref random, Serial, 4) + '挂',
        _ => "",
    };

    private static string Region(ref SeededRandom random)
    {
        char province = random.Of(Provinces);
        char issuer = random.Of(Letters);

        // 粤Z belongs to vehicles from Hong Kong and Macau and needs their suffix.
        return $"{province}{(province == '粤' && issuer == 'Z' ? 'A' : issuer)}";
    }

    private static string Run(ref SeededRandom random, string set, int length)
    {
        var text = new char[length];
        for (int i = 0; i < length; i++)
        {
            text[i] = random.Of(set);
        }

        return new string(text);
    }
}
