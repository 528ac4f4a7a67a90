namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>What the reader says to a technician, in both languages.</summary>
internal static class SettingsWords
{
    public static readonly Words Missing = new("is missing", "缺少此项");
    public static readonly Words Empty = new("is empty", "内容为空");
    public static readonly Words NotAnObject = new("is not an object", "不是对象");
    public static readonly Words WriteAnObject = new("write { ... }", "请写成 { ... }");
    public static readonly Words NotAText = new("is not a text", "不是文本");
    public static readonly Words WriteAText = new("write it in double quotes", "请用双引号括起来");
    public static readonly Words NotAFlag = new("is neither true nor false", "不是 true 或 false");
    public static readonly Words WriteAFlag = new("write true or false, without quotes", "请写 true 或 false，不加引号");
    public static readonly Words NotAList = new("is not a list", "不是列表");
    public static readonly Words WriteAList = new("write [ ... ]", "请写成 [ ... ]");
    public static readonly Words WriteTexts = new("write [ \"...\", \"...\" ]", "请写成 [ \"...\", \"...\" ]");
    public static readonly Words WriteNumbers = new("write [ 1, 2 ]", "请写成 [ 1, 2 ]");
    public static readonly Words WritePairs = new("write [ [ 1, 2 ], [ 3, 4 ] ]", "请写成 [ [ 1, 2 ], [ 3, 4 ] ]");
    public static readonly Words NotATable = new("is not a table of texts", "不是文本对照表");
    public static readonly Words WriteATable = new("write { \"...\": \"...\" }", "请写成 { \"...\": \"...\" }");
    public static readonly Words OutOfRange = new("has a value that cannot be used", "取值不可用");
    public static readonly Words Twice = new("is written twice", "重复出现");
    public static readonly Words WriteOnce = new("keep one of them", "请只保留一个");
    public static readonly Words UnknownKey = new("is not a known name", "不是已知的名称");
    public static readonly Words SecretInFile = new("is a secret written into the file", "密码不能直接写在文件里");
    public static readonly Words ReferToSecret = new(
        "write {\"file\": \"path\"}, {\"env\": \"NAME\"} or {\"credential\": \"name\"}, and make sure it can be read and is not empty",
        "请写 {\"file\": \"路径\"}、{\"env\": \"变量名\"} 或 {\"credential\": \"名称\"}，并确认可以读取且不为空");

    public static readonly Words FileNotReadable = new("the file cannot be read", "无法读取文件");
    public static readonly Words NameTheFile = new("name an existing file that this user may read", "请给出存在且当前用户可读的文件");
    public static readonly Words TooMany = new("there are more mistakes than are shown here", "还有更多错误未列出");
    public static readonly Words MendTheseFirst = new("mend these first, then check again", "请先改正以上各项，再重新检查");
    public static readonly Words SecretNotFound = new("names a secret that cannot be read", "所指的密码无法读取");

    public static Words UnknownChoice(string typed) => new($"is \"{typed}\", which is not one of the choices", $"值 \"{typed}\" 不在可选范围内");

    public static Words Between(string least, string most) => new($"write a value from {least} to {most}", $"请写 {least} 到 {most} 之间的值");

    public static Words OneOf(IEnumerable<string> known, string? nearest)
    {
        string all = string.Join(", ", known);
        return nearest is null
            ? new($"known here: {all}", $"此处可用：{all}")
            : new($"did you mean \"{nearest}\"? known here: {all}", $"是否想写 \"{nearest}\"？此处可用：{all}");
    }
}
