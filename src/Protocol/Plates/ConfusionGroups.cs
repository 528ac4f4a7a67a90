namespace EdgeGateway.Protocol.Plates;

/// <summary>
/// Which characters of a plate are taken for one another (plate-camera.md section 5.5, an engineering list), as tables that
/// a match can read in a nanosecond. Inside a group every character stands for every other; groups that share a member are not one group.
/// </summary>
internal static class ConfusionGroups
{
    /// <summary>O and I never stand in a serial and are read there all the same.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "0DQO", "1IL7T", "2Z7", "38B", "4A", "5S6", "6G8", "8B", "9P", "CG", "EF", "HNMW", "KX", "UVY", "VY",
        "京琼豫", "苏赣", "皖陕", "鲁晋", "粤贵", "冀黑", "闽宁", "川云", "津浙", "沪浙", "辽云", "桂甘",
        "学挂警",
    ];

    private const string Han = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼学挂警领使港澳试超应急民航台";
    private const int Stranger = 127;

    /// <summary>Index of a character: ASCII is its own, Chinese characters of plates follow from 128; everything else is one stranger.</summary>
    private static readonly ulong[] s_groups = new ulong[128 + 64];
    private static readonly byte[] s_families = new byte[128 + 64];
    private static readonly byte[] s_hanIndex = HanIndexes();

    static ConfusionGroups()
    {
        for (int i = 0; i < s_families.Length; i++)
        {
            s_families[i] = (byte)i;
        }

        for (int group = 0; group < All.Count; group++)
        {
            foreach (char member in All[group])
            {
                s_groups[Index(member)] |= 1UL << group;
                Unite(Index(member), Index(All[group][0]));
            }
        }
    }

    /// <returns>True when some group has both.</returns>
    public static bool Share(char a, char b) => (s_groups[Index(a)] & s_groups[Index(b)]) != 0;

    /// <returns>A number from 0 to 191 that two characters share when groups lead from one to the other.</returns>
    public static int Family(char c) => s_families[Index(c)];

    private static int Index(char c) => c < 128 ? c : c is >= '\u4E00' and <= '\u9FFF' ? s_hanIndex[c - '\u4E00'] : Stranger;

    private static void Unite(int one, int other)
    {
        byte from = s_families[one];
        byte to = s_families[other];
        for (int i = 0; i < s_families.Length; i++)
        {
            s_families[i] = s_families[i] == from ? to : s_families[i];
        }
    }

    private static byte[] HanIndexes()
    {
        var indexes = new byte['\u9FFF' - '\u4E00' + 1];
        Array.Fill(indexes, (byte)Stranger);
        for (int i = 0; i < Han.Length; i++)
        {
            indexes[Han[i] - '\u4E00'] = (byte)(128 + i);
        }

        return indexes;
    }
}
