"""What articles can bring with them: markup that would act, and characters that would hide or reorder.

Each as it comes and as a reader must see it.
"""

ACTIVE = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=http://127.0.0.1:9/x.js></SCRIPT>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</mark></p></div></main><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='http://127.0.0.1:9/pixel.png'>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=data:text/html;base64,PHNjcmlwdD4=>",
    "<embed src=javascript:alert(1)>",
    "<link rel=stylesheet href=http://127.0.0.1:9/x.css>",
    "<style>@import 'http://127.0.0.1:9/x.css';</style>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
    "<base href=http://127.0.0.1:9/>",
    "<form action=http://127.0.0.1:9/><input name=q autofocus onfocus=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "<template><script>alert(1)</script></template>",
    "<plaintext>",
    "<textarea><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "` onmouseover=alert(1) `",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    'x" id="m1" class="accepted',
    "{{ 7*7 }}",
    "{% include '/etc/passwd' %}",
    "{{ ''.__class__.__mro__ }}",
    "{# hidden #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62; &amp;lt; &NotEqualTilde;",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "expression(alert(1)); background:url(http://127.0.0.1:9/x)",
    "＜script＞alert(1)＜/script＞",
)
"""Shown exactly as they come."""

HIDING = (
    ("gnp.\u202etxt", "gnp.\\u202etxt"),
    ("\u2066left\u2069 \u2067right\u2069", "\\u2066left\\u2069 \\u2067right\\u2069"),
    ("a\u200bb\u200cc\u2060d\ufeffe", "a\\u200bb\\u200cc\\u2060d\\ufeffe"),
    ("\x1b[31mred\x1b[0m \x1b]52;c;aGk=\x07", "\\x1b[31mred\\x1b[0m \\x1b]52;c;aGk=\\x07"),
    ("c1 \x9b31m \x85 end", "c1 \\x9b31m \\x85 end"),
    ("bell\x07 back\x08 del\x7f form\x0c end", "bell\\x07 back\\x08 del\\x7f form\\x0c end"),
    ("tag \U000e0041\U000e0042", "tag \\U000e0041\\U000e0042"),
    ("line\u2028paragraph\u2029end", "line\\u2028paragraph\\u2029end"),
    ("soft\xadhyphen", "soft\\xadhyphen"),
    ("flood q" + "\u0335" * 30, "flood q" + "\u0335" * 8 + "\\u0335" * 22),
    ("interlinear \ufff9a\ufffab\ufffb", "interlinear \\ufff9a\\ufffab\\ufffb"),
    ("private \ue000 and unassigned \u0378", "private \\ue000 and unassigned \\u0378"),
)
"""Shown with the hidden characters spelled out."""

HARMLESS = (
    "family 👨\u200d👩\u200d👧\u200d👦 and flag 🇩🇪",
    "z.\u202fB. 5\u00a0% and 3\u2009km",
    "Привет, 世界, שלום, नमस्ते",
    "Zoe\u0301 na\u00efve",
)
"""Shown as they are: what scripts and typography need."""
