using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>What a technician is told about a path into messages.</summary>
internal static class PathWords
{
    /// <param name="fault">What is wrong with the text.</param>
    public static Words NotAPath(PathFault fault) => fault.Kind switch
    {
        PathFaultKind.TooLong => new("is a path that is too long", "路径过长"),
        PathFaultKind.NameMissing => At("a name is missing", "缺少名称", fault.At),
        PathFaultKind.Character => At("a character that no name has", "名称中不能有的字符", fault.At),
        PathFaultKind.Quote => At("a name in quotes is empty or does not end", "引号中的名称为空或没有结束", fault.At),
        PathFaultKind.Bracket => At("brackets that are neither [] nor [number]", "方括号既不是 [] 也不是 [数字]", fault.At),
        _ => new("is an empty path", "路径为空"),
    };

    private static Words At(string en, string zh, int at) => new($"is no path: {en} at character {at}", $"不是路径：第 {at} 个字符处{zh}");
}
